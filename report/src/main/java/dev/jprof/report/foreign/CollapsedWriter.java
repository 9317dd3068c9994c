package dev.jprof.report.foreign;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ThreadRow;
import dev.jprof.report.view.Names;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes what {@link CollapsedReader} reads: a line for each path that has something itself, with its thread in front as
 * async-profiler writes it, unless all threads are one and the path has a method.
 */
public final class CollapsedWriter {
    private static final String ALL_THREADS = "[" + CollapsedReader.ALL_THREADS + " tid=0]";

    private final CallTree tree;
    private final List<String> frames;
    private final String[] threads;

    private CollapsedWriter(Profile profile) {
        this.tree = profile.tree();
        this.frames = frames(profile);
        this.threads = new String[tree.size()];
        for (ThreadRow thread : profile.threads()) {
            threads[thread.root()] = thread(thread);
        }
    }

    /**
     * Writes a profile; leaves {@code out} open.
     *
     * @param metric which of a node's numbers stands at the end of its line
     * @return whether there was any number to write
     */
    public static boolean write(Profile profile, Metric metric, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        boolean any = new CollapsedWriter(profile).lines(profile.tree().column(metric), text);
        text.flush();
        return any;
    }

    private boolean lines(long[] numbers, Writer out) throws IOException {
        boolean any = false;
        for (int node = 0; node < numbers.length; node++) {
            if (numbers[node] > 0) {
                path(node, out);
                out.append(' ').append(Long.toString(numbers[node])).append('\n');
                any = true;
            }
        }
        return any;
    }

    private void path(int node, Writer out) throws IOException {
        Deque<Integer> path = new ArrayDeque<>();
        int root = node;
        while (!tree.isRoot(root)) {
            path.push(root);
            root = tree.parent(root);
        }
        String separator = "";
        if (path.isEmpty() || !threads[root].equals(ALL_THREADS)) {
            out.append(threads[root]);
            separator = ";";
        }
        for (int step : path) {
            out.append(separator).append(frames.get(tree.method(step)));
            separator = ";";
        }
    }

    private static String thread(ThreadRow thread) {
        return clean("[" + thread.name() + " tid=" + thread.id() + "]");
    }

    /** Signatures stand where they tell overloads apart, and where collapsed stacks had them before. */
    private static List<String> frames(Profile profile) {
        Names names = new Names(profile);
        boolean signed = profile.meta().values().get("source") instanceof Map<?, ?> source
                && "collapsed".equals(source.get("format"));
        return IntStream.range(0, profile.methods().size())
                .mapToObj(index -> {
                    Method method = profile.methods().get(index);
                    return clean(FrameName.text(method, signed || names.isOverloaded(index)));
                })
                .toList();
    }

    /** What would end a frame, or a line for some reader. */
    private static String clean(String text) {
        return text.replace(';', '|').replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]", " ");
    }
}
