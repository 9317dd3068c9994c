package dev.jprof.report.foreign;

import dev.jprof.report.io.ProfileFormatException;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collapsed stacks: a line for each, frames from the outermost on with semicolons between, a space and how often it was seen. */
final class CollapsedReader {
    static final String ALL_THREADS = "all threads";

    /** Some editors put it in front of a text. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final int NONE = -1;
    private static final int LONGEST_NUMBER = 20;

    /** More than any stack has, be its recursion ever so deep, and less than memory. */
    private static final int LONGEST_LINE = 1 << 24;

    /** {@code [main tid=12]} of async-profiler, {@code thread (0x7F): main} and {@code thread (12)} of py-spy. */
    private static final Pattern THREAD =
            Pattern.compile("\\[(.*) tid=(\\d+)]|thread \\((?:0x)?([0-9a-fA-F]+)\\)(?:: (.*))?", Pattern.DOTALL);

    private final Path file;
    private final SampleTree tree = new SampleTree(List.of(Metric.SAMPLES));
    private final Map<String, Method> methods = new HashMap<>();
    private long number;
    private long stackless;

    CollapsedReader(Path file) {
        this.file = file;
    }

    Profile read(InputStream bytes) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int next = lines.read(); next >= 0; next = lines.read()) {
            if (next == '\n') {
                add(line.toString());
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append((char) next);
            } else {
                throw wrong("is longer than 16 million characters");
            }
        }
        add(line.toString());
        Profile profile =
                tree.build(Origin.of("collapsed", "", "", Map.of("stackless", stackless)), Set.of(Metric.SAMPLES));
        if (profile.tree().size() == 0) {
            throw new ProfileFormatException(file, "has no stacks; record it again");
        }
        return profile;
    }

    private void add(String text) throws ProfileFormatException {
        number++;
        boolean marked = number == 1 && text.startsWith(BYTE_ORDER_MARK);
        String line = (marked ? text.substring(BYTE_ORDER_MARK.length()) : text).strip();
        if (line.isEmpty() || line.startsWith("# ")) {
            return;
        }
        int space = line.lastIndexOf(' ');
        if (space < 0) {
            throw wrong("has no number of samples at its end");
        }
        String[] frames = line.substring(0, space).strip().split(";", -1);
        int node = NONE;
        for (String frame : frames) {
            node = node == NONE ? outermost(frame) : tree.child(node, method(frame));
        }
        long samples = samples(line.substring(space + 1));
        tree.add(node, Metric.SAMPLES, samples);
        boolean hasStack = frames.length > 1 || !THREAD.matcher(frames[0]).matches();
        stackless = hasStack ? stackless : Math.addExact(stackless, samples);
    }

    /** The thread where the first frame is one. */
    private int outermost(String frame) {
        Matcher thread = THREAD.matcher(frame);
        if (!thread.matches()) {
            return tree.child(tree.thread(ALL_THREADS, 0), method(frame));
        }
        if (thread.group(2) != null) {
            return tree.thread(thread.group(1), id(thread.group(2), 10));
        }
        String name = thread.group(4) == null ? "thread " + thread.group(3) : thread.group(4);
        return tree.thread(name, id(thread.group(3), 16));
    }

    private static long id(String digits, int radix) {
        return digits.length() > 15 ? 0 : Long.parseLong(digits, radix);
    }

    private Method method(String frame) {
        return methods.computeIfAbsent(frame, FrameName::of);
    }

    private long samples(String digits) throws ProfileFormatException {
        try {
            long samples = Long.parseLong(digits);
            if (samples >= 0) {
                return samples;
            }
        } catch (NumberFormatException none) {
            // Told below.
        }
        String shown = digits.length() > LONGEST_NUMBER ? digits.substring(0, LONGEST_NUMBER) + "..." : digits;
        throw wrong("ends in '" + shown + "', which is no number of samples");
    }

    private ProfileFormatException wrong(String what) {
        return new ProfileFormatException(
                file, "line " + number + " " + what + "; collapsed stacks are lines of 'a;b;c 12'");
    }
}
