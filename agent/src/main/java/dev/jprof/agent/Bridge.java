package dev.jprof.agent;

import dev.jprof.agent.instrument.MethodTable;
import dev.jprof.agent.instrument.Skips;
import dev.jprof.agent.instrument.WovenMethod;
import dev.jprof.agent.output.Columns;
import dev.jprof.agent.output.Meta;
import dev.jprof.agent.output.ProfileWriter;
import dev.jprof.agent.output.Snapshot;
import dev.jprof.agent.rt.Spans;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What the program itself may ask of the agent, by the artefact jprof-api: it finds this class by name in the system class
 * loader, from whatever loader it is in, and only types of the JDK cross. docs/design.md lists the operations.
 */
public final class Bridge {
    private static final int VERSION = 1;

    private static volatile Session session;

    private Bridge() {}

    static void open(Session started) {
        session = started;
    }

    /** The recording of this JVM, or the last one; null when there was none. */
    static Session session() {
        return session;
    }

    /**
     * The operations by name.
     *
     * @param version of the list of operations that the caller knows
     * @return null when the agent was not started, none when it has another version of the list
     */
    public static Map<String, MethodHandle> operations(int version) throws ReflectiveOperationException {
        if (session == null) {
            return null;
        }
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        Map<String, MethodHandle> operations = new HashMap<String, MethodHandle>();
        if (version != VERSION) {
            return operations;
        }
        put(operations, lookup, "begin", Object.class, boolean.class);
        put(operations, lookup, "read", Map.class, Object.class, String.class);
        put(operations, lookup, "end", void.class, Object.class);
        put(operations, lookup, "span", int.class, String.class);
        put(operations, lookup, "methods", String[].class);
        put(operations, lookup, "skips", String[].class);
        operations.put("enter", lookup.findStatic(Spans.class, "enter", MethodType.methodType(long.class, int.class)));
        operations.put(
                "exit",
                lookup.findStatic(Spans.class, "exit", MethodType.methodType(void.class, long.class, int.class)));
        return operations;
    }

    private static void put(
            Map<String, MethodHandle> operations,
            MethodHandles.Lookup lookup,
            String name,
            Class<?> result,
            Class<?>... parameters)
            throws ReflectiveOperationException {
        operations.put(name, lookup.findStatic(Bridge.class, name, MethodType.methodType(result, parameters)));
    }

    static Object begin(boolean thisThreadOnly) {
        return thisThreadOnly ? Mark.ofThisThread() : Mark.ofAllThreads();
    }

    /** What was recorded since a mark: see {@link Columns}; and {@code wall}, nanoseconds, and {@code json}, the profile's bytes. */
    static Map<String, Object> read(Object begin, String name) {
        Mark mark = (Mark) begin;
        final Snapshot snapshot = mark.recorder == null
                ? Snapshot.ofSession(mark.baseline)
                : Snapshot.ofSession(mark.baseline, mark.recorder, mark.thread);
        final MethodTable methods = session.methods();
        final Meta meta = session.meta(mark, name, snapshot);
        Map<String, Object> columns = Columns.of(snapshot, methods);
        columns.put("wall", Long.valueOf(meta.wallNanos));
        columns.put("json", new Callable<byte[]>() {
            @Override
            public byte[] call() throws Exception {
                return new ProfileWriter(methods).toBytes(snapshot, meta);
            }
        });
        return columns;
    }

    static void end(Object mark) {
        ((Mark) mark).end();
    }

    static int span(String name) {
        return session.methods().spanId(name);
    }

    /** Class, name and descriptor of each method that has probes, one after another. */
    static String[] methods() {
        MethodTable methods = session.methods();
        List<String> all = new ArrayList<String>();
        for (int id = 0; id < methods.size(); id++) {
            WovenMethod method = methods.get(id);
            if (method != null) {
                all.add(method.className);
                all.add(method.name);
                all.add(method.descriptor);
            }
        }
        return all.toArray(new String[0]);
    }

    /** Class, method, descriptor and reason of what was left alone; method and descriptor are empty for a whole class. */
    static String[] skips() {
        List<String> all = new ArrayList<String>();
        for (Skips.Skip skip : session.skips().list()) {
            all.add(skip.className);
            all.add(skip.method == null ? "" : skip.method);
            all.add(skip.descriptor == null ? "" : skip.descriptor);
            all.add(skip.reason);
        }
        return all.toArray(new String[0]);
    }
}
