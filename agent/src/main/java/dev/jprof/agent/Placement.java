package dev.jprof.agent;

import dev.jprof.agent.instrument.MemoryCode;
import dev.jprof.agent.instrument.ThreadIdCode;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Defines the classes of {@code rt} in {@code java.lang}, where every class loader finds them and class data sharing stays on.
 * The agent's jar holds them under that name already; no file is written.
 */
final class Placement {
    private static final String FOLDER = "java/lang/Jprof_";
    private static final String THREAD_ID = FOLDER + "ThreadId";
    private static final String MEMORY = FOLDER + "Memory";

    private Placement() {}

    static void defineProbes(Instrumentation instrumentation) throws Exception {
        Map<String, byte[]> classes = AgentJar.classes(FOLDER);
        Definer definer = javaVersion() < 9 ? new UnsafeDefiner() : new LookupDefiner(instrumentation);
        for (String name : inOrder(classes)) {
            if (name.equals(THREAD_ID) && hasThreadIds()) {
                definer.define(name, ThreadIdCode.generate(name, javaVersion()));
            } else if (!name.equals(MEMORY)) {
                definer.define(name, MemoryCode.replace(classes.get(name), MEMORY, javaVersion()));
            }
        }
    }

    /** One way to define a class in java.lang. */
    private interface Definer {
        void define(String name, byte[] bytes) throws Exception;
    }

    /** On JDK 8 there is no such Lookup, but a null loader may be named. */
    private static final class UnsafeDefiner implements Definer {
        private final Object unsafe;
        private final Method defineClass;

        UnsafeDefiner() throws ReflectiveOperationException {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            unsafe = field.get(null);
            defineClass = type.getMethod(
                    "defineClass",
                    String.class,
                    byte[].class,
                    int.class,
                    int.class,
                    ClassLoader.class,
                    ProtectionDomain.class);
        }

        @Override
        public void define(String name, byte[] bytes) throws ReflectiveOperationException {
            defineClass.invoke(unsafe, name.replace('/', '.'), bytes, 0, bytes.length, null, null);
        }
    }

    /** Opens java.lang to a loader that holds nothing but {@link LookupGate}, and so to nobody else. */
    private static final class LookupDefiner implements Definer {
        private final Method define;

        LookupDefiner(Instrumentation instrumentation) throws Exception {
            Class<?> gate = new GateLoader().load();
            Class<?> moduleClass = Class.forName("java.lang.Module");
            Method getModule = Class.class.getMethod("getModule");
            Map<String, Set<?>> opens = new HashMap<String, Set<?>>();
            opens.put("java.lang", Collections.singleton(getModule.invoke(gate)));
            Instrumentation.class
                    .getMethod("redefineModule", moduleClass, Set.class, Map.class, Map.class, Set.class, Map.class)
                    .invoke(
                            instrumentation,
                            getModule.invoke(Object.class),
                            Collections.emptySet(),
                            Collections.emptyMap(),
                            opens,
                            Collections.emptySet(),
                            Collections.emptyMap());
            define = gate.getMethod("define", byte[].class);
        }

        @Override
        public void define(String name, byte[] bytes) throws ReflectiveOperationException {
            define.invoke(null, (Object) bytes);
        }
    }

    private static final class GateLoader extends ClassLoader {
        GateLoader() {
            super(null);
        }

        Class<?> load() throws Exception {
            String name = LookupGate.class.getName();
            byte[] bytes =
                    AgentJar.classes(name.replace('.', '/')).values().iterator().next();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private static int javaVersion() {
        String version = System.getProperty("java.specification.version", "");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }

    /** Before JDK 19 the id is read from a field that HotSpot has and another JVM may not have. */
    private static boolean hasThreadIds() {
        try {
            return javaVersion() >= 19 || Thread.class.getDeclaredField("tid").getType() == long.class;
        } catch (NoSuchFieldException otherJvm) {
            return false;
        }
    }

    /** Any order will do as long as no class extends another of them; rt has no such pair. */
    private static List<String> inOrder(Map<String, byte[]> classes) {
        List<String> names = new ArrayList<String>(classes.keySet());
        Collections.sort(names);
        return names;
    }
}
