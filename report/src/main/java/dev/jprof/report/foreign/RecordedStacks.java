package dev.jprof.report.foreign;

import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.SampleTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/** The call tree of a recording's stacks. */
final class RecordedStacks {
    private static final String VIRTUAL_THREADS = "[virtual threads]";
    private static final Method TRUNCATED = new Method("", "[truncated]", "", "", 0, Method.Kind.SYNTHETIC, true);
    private static final Method UNKNOWN = FrameName.other("[unknown]", "", 0);

    /** In place of a class where async-profiler saw native code. */
    private static final Pattern LIBRARY = Pattern.compile("\\.(so|dylib|dll)(\\.[0-9.]+)?$");

    private final SampleTree tree;
    private final Map<RecordedMethod, Method> methods = new HashMap<>();

    RecordedStacks(List<Metric> metrics) {
        this.tree = new SampleTree(metrics);
    }

    SampleTree tree() {
        return tree;
    }

    /** The node of a stack's innermost method. */
    int node(RecordedEvent event, RecordedStackTrace stack) {
        int node = thread(event);
        if (stack.isTruncated()) {
            node = tree.child(node, TRUNCATED);
        }
        List<RecordedFrame> frames = stack.getFrames();
        for (int at = frames.size() - 1; at >= 0; at--) {
            node = child(node, frames.get(at).getMethod());
        }
        return node;
    }

    int child(int node, @Nullable RecordedMethod method) {
        return tree.child(node, method == null ? UNKNOWN : method(method));
    }

    int thread(RecordedEvent event) {
        RecordedThread thread = event.hasField("sampledThread") ? event.getThread("sampledThread") : event.getThread();
        if (thread == null) {
            return tree.thread("[unknown thread]", 0);
        }
        if (thread.hasField("virtual") && thread.getBoolean("virtual")) {
            return tree.thread(VIRTUAL_THREADS, 0);
        }
        String java = thread.getJavaName();
        String name = java != null ? java : String.valueOf(thread.getOSName());
        return tree.thread(name, Math.max(0, java != null ? thread.getJavaThreadId() : thread.getOSThreadId()));
    }

    /** A recording has one object for a method, and each chunk another; few are kept at a time. */
    private Method method(RecordedMethod method) {
        if (methods.size() > 100_000) {
            methods.clear();
        }
        return methods.computeIfAbsent(method, RecordedStacks::named);
    }

    static Method named(RecordedMethod method) {
        String className = method.getType() == null ? "" : method.getType().getName();
        String name = String.valueOf(method.getName());
        String descriptor = method.getDescriptor() == null ? "" : method.getDescriptor();
        if (className.isEmpty() || LIBRARY.matcher(className).find()) {
            return FrameName.other(className.isEmpty() ? name : className + "." + name, "", 0);
        }
        String stable = HiddenNames.stable(className.replace('/', '.'));
        return new Method(stable, name, descriptor, "", 0, Method.Kind.JAVA, true);
    }
}
