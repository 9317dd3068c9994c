package dev.jprof.agent;

import dev.jprof.agent.instrument.MethodTable;
import dev.jprof.agent.instrument.Skips;
import dev.jprof.agent.instrument.WovenMethod;
import dev.jprof.agent.output.Columns;
import dev.jprof.agent.output.Meta;
import dev.jprof.agent.output.ProfileWriter;
import dev.jprof.agent.output.Snapshot;
import dev.jprof.agent.rt.Spans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.LongBinaryOperator;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What {@link Bridge} hands out: docs/design.md lists the operations. They are kept by whoever asked for them, and are about the newest
 * recording when they are called. Interfaces of the JDK and no method handles: the first of a program take tens of milliseconds to
 * link, which whoever opens the first span would seem to need.
 */
final class Operations {
    private final Map<String, Object> byName = new HashMap<String, Object>();

    private Operations() {}

    static Map<String, Object> byName() {
        Operations operations = new Operations();
        operations.putSessions();
        operations.putSpans();
        operations.putNames();
        return operations.byName;
    }

    private void putSessions() {
        byName.put("begin", new Function<Boolean, Object>() {
            @Override
            public Object apply(Boolean thisThreadOnly) {
                return thisThreadOnly ? Mark.ofThisThread() : Mark.ofAllThreads();
            }
        });
        byName.put("read", new BiFunction<Object, String, Map<String, Object>>() {
            @Override
            public Map<String, Object> apply(Object mark, String name) {
                return read((Mark) mark, name);
            }
        });
        byName.put("end", new Consumer<Object>() {
            @Override
            public void accept(Object mark) {
                ((Mark) mark).end();
            }
        });
    }

    private void putSpans() {
        byName.put("span", new ToIntFunction<String>() {
            @Override
            public int applyAsInt(String name) {
                return Bridge.session().methods().spanId(name);
            }
        });
        byName.put("enter", new IntToLongFunction() {
            @Override
            public long applyAsLong(int span) {
                return Spans.enter(span);
            }
        });
        byName.put("exit", new LongBinaryOperator() {
            @Override
            public long applyAsLong(long caller, long span) {
                Spans.exit(caller, (int) span);
                return 0;
            }
        });
    }

    private void putNames() {
        byName.put("methods", new Supplier<String[]>() {
            @Override
            public String[] get() {
                return methods();
            }
        });
        byName.put("skips", new Supplier<String[]>() {
            @Override
            public String[] get() {
                return skips();
            }
        });
    }

    /** What was recorded since a mark: see {@link Columns}; and {@code wall}, nanoseconds, and {@code json}, the profile's bytes. */
    private static Map<String, Object> read(Mark mark, String name) {
        final Snapshot snapshot = mark.recorder == null
                ? Snapshot.ofSession(mark.baseline)
                : Snapshot.ofSession(mark.baseline, mark.recorder, mark.thread);
        final MethodTable methods = Bridge.session().methods();
        final Meta meta = Bridge.session().meta(mark, name, snapshot);
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

    /** Class, name and descriptor of each method that has probes, one after another. */
    private static String[] methods() {
        MethodTable methods = Bridge.session().methods();
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
    private static String[] skips() {
        List<String> all = new ArrayList<String>();
        for (Skips.Skip skip : Bridge.session().skips().list()) {
            all.add(skip.className);
            all.add(skip.method == null ? "" : skip.method);
            all.add(skip.descriptor == null ? "" : skip.descriptor);
            all.add(skip.reason);
        }
        return all.toArray(new String[0]);
    }
}
