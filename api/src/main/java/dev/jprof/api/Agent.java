package dev.jprof.api;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.LongBinaryOperator;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The agent in this JVM, if there is one, whichever class loader this class is in. Its class {@code dev.jprof.agent.Bridge} in
 * the system class loader hands out its operations; nothing else of it is touched.
 */
final class Agent {
    private static final int VERSION = 2;
    private static final String BRIDGE = "dev.jprof.agent.Bridge";

    /** An agent can come later, by attaching; so much time passes from one look to the next. */
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private static final String ABSENT = "no agent that counts calls in this JVM, so nothing is recorded: start it with"
            + " -javaagent:jprof-agent.jar or -Djprof.agent=jprof-agent.jar ('jprof agent-jar' says where that is)";
    private static final String OTHER_VERSION =
            "the agent in this JVM does not fit this jprof-api, so nothing is recorded:"
                    + " take both of the same version";

    private static volatile Agent found;
    private static volatile long looked = System.nanoTime() - LOOK_AGAIN_NANOS;
    private static volatile String problem = ABSENT;
    private static boolean warned;

    /** Why the agent could not be loaded, which is tried once; empty before. */
    private static String refusal = "";

    private final Function<Boolean, Object> begin;
    private final BiFunction<Object, String, Map<?, ?>> read;
    private final Consumer<Object> end;
    private final ToIntFunction<String> span;
    private final IntToLongFunction enter;
    private final LongBinaryOperator exit;
    private final Supplier<String[]> methods;
    private final Supplier<String[]> skips;

    private Agent(Map<?, ?> operations) {
        begin = operation(operations, "begin");
        read = operation(operations, "read");
        end = operation(operations, "end");
        span = operation(operations, "span");
        enter = operation(operations, "enter");
        exit = operation(operations, "exit");
        methods = operation(operations, "methods");
        skips = operation(operations, "skips");
    }

    /** The version says of which type each is. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T operation(Map<?, ?> operations, String name) {
        return (T) operations.get(name);
    }

    /** The agent, or null. */
    static Agent find() {
        // Read before the agent: a look of another thread in between would seem to have found none.
        long before = looked;
        Agent agent = found;
        return agent != null || System.nanoTime() - before < LOOK_AGAIN_NANOS ? agent : look();
    }

    /** The agent, or null, which is said once. */
    static Agent findOrWarn() {
        Agent agent = find();
        if (agent == null) {
            warnOnce();
        }
        return agent;
    }

    /** Why there is no agent, in one line. */
    static String problem() {
        return problem;
    }

    private static synchronized void warnOnce() {
        if (!warned) {
            warned = true;
            System.err.println("jprof: " + problem);
        }
    }

    private static synchronized Agent look() {
        if (found == null && !isThere()) {
            attach();
        }
        looked = System.nanoTime();
        return found;
    }

    /** Whether the agent was found. */
    private static boolean isThere() {
        try {
            Class<?> bridge = Class.forName(BRIDGE, true, ClassLoader.getSystemClassLoader());
            Map<?, ?> operations =
                    (Map<?, ?>) bridge.getMethod("operations", int.class).invoke(null, VERSION);
            problem = operations == null ? ABSENT : OTHER_VERSION;
            found = operations == null || operations.isEmpty() ? null : new Agent(operations);
        } catch (ReflectiveOperationException | LinkageError none) {
            problem = ABSENT;
        }
        return found != null;
    }

    /** Loads the agent, once, if the program asks for that. */
    private static void attach() {
        SelfAttach asked = SelfAttach.asked();
        if (asked == null || !problem.equals(ABSENT)) {
            return;
        }
        if (refusal.isEmpty()) {
            String reason = asked.load();
            if (reason.isEmpty() && isThere()) {
                return;
            }
            refusal = reason.isEmpty()
                    ? "the agent does not count calls, so nothing is recorded: it samples, or says above why not"
                    : "the agent can't be loaded, so nothing is recorded: " + reason;
        }
        problem = refusal;
    }

    Object begin(boolean thisThreadOnly) {
        return begin.apply(thisThreadOnly);
    }

    Map<?, ?> read(Object mark, String name) {
        return read.apply(mark, name);
    }

    void end(Object mark) {
        end.accept(mark);
    }

    int span(String name) {
        return span.applyAsInt(name);
    }

    /** Class, name and descriptor of each method that has probes, one after another. */
    String[] methods() {
        return methods.get();
    }

    /** Class, method, descriptor and reason of what has none; method and descriptor are empty for a whole class. */
    String[] skips() {
        return skips.get();
    }

    long enter(int span) {
        return enter.applyAsLong(span);
    }

    /** Of the interfaces that take two numbers none returns nothing. */
    @SuppressWarnings("ReturnValueIgnored")
    void exit(long caller, int span) {
        exit.applyAsLong(caller, span);
    }
}
