package dev.jprof.report.io;

import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.ThreadRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The small tables of a profile: metrics, methods and threads. */
final class RowParser {
    private static final int BYTES_PER_ROW = 64;

    private final Cursor cursor;

    RowParser(Cursor cursor) {
        this.cursor = cursor;
    }

    List<Metric> metrics() throws ProfileFormatException {
        List<Metric> metrics = new ArrayList<>();
        Set<String> names = new HashSet<>(Set.of("parent", "method"));
        cursor.array(() -> {
            Metric metric = metric();
            if (!names.add(metric.name())) {
                throw cursor.wrong("metric \"" + metric.name() + "\" can't be listed again");
            }
            metrics.add(metric);
        });
        return metrics;
    }

    List<Method> methods() throws ProfileFormatException {
        List<Method> methods = new ArrayList<>();
        cursor.array(() -> methods.add(method()));
        return methods;
    }

    List<ThreadRow> threads() throws ProfileFormatException {
        List<ThreadRow> threads = new ArrayList<>();
        cursor.array(() -> threads.add(thread()));
        return threads;
    }

    private Metric metric() throws ProfileFormatException {
        var row = new Object() {
            @Nullable
            String name;

            @Nullable
            String unit;
        };
        cursor.keep(BYTES_PER_ROW);
        cursor.object(key -> {
            switch (key) {
                case "name" -> row.name = nonEmptyText();
                case "unit" -> row.unit = nonEmptyText();
                default -> cursor.skip();
            }
        });
        Metric metric = new Metric(there("name", row.name), there("unit", row.unit));
        for (Metric known : Metric.KNOWN) {
            if (known.name().equals(metric.name()) && !known.equals(metric)) {
                throw cursor.wrong("the unit of \"" + known.name() + "\" is " + known.unit());
            }
        }
        return metric;
    }

    private Method method() throws ProfileFormatException {
        var row = new Object() {
            @Nullable
            String className;

            @Nullable
            String name;

            @Nullable
            String descriptor;

            String file = "";
            int line;
            Method.Kind kind = Method.Kind.JAVA;
            boolean timed = true;
            long hash;
        };
        cursor.keep(BYTES_PER_ROW);
        cursor.object(key -> {
            switch (key) {
                case "class" -> row.className = cursor.text();
                case "name" -> row.name = nonEmptyText();
                case "desc" -> row.descriptor = cursor.text();
                case "file" -> row.file = cursor.text();
                case "line" -> row.line = (int) cursor.integer(0, Integer.MAX_VALUE);
                case "kind" -> row.kind = kind();
                case "timed" -> row.timed = cursor.truth();
                case "hash" -> row.hash = hash();
                default -> cursor.skip();
            }
        });
        return new Method(
                there("class", row.className),
                there("name", row.name),
                there("desc", row.descriptor),
                row.file,
                row.line,
                row.kind,
                row.timed,
                row.hash);
    }

    private long hash() throws ProfileFormatException {
        String text = cursor.text();
        if (!text.matches("[0-9a-f]{16}")) {
            throw cursor.wrong("\"" + text + "\" is not a hash of 16 hexadecimal digits");
        }
        return Long.parseUnsignedLong(text, 16);
    }

    private ThreadRow thread() throws ProfileFormatException {
        var row = new Object() {
            @Nullable
            String name;

            @Nullable
            Long id;

            @Nullable
            Integer root;

            long threads = 1;
        };
        cursor.keep(BYTES_PER_ROW);
        cursor.object(key -> {
            switch (key) {
                case "name" -> row.name = cursor.text();
                case "id" -> row.id = cursor.integer(0, Long.MAX_VALUE);
                case "root" -> row.root = (int) cursor.integer(0, Integer.MAX_VALUE);
                case "threads" -> row.threads = cursor.integer(1, Integer.MAX_VALUE);
                default -> cursor.skip();
            }
        });
        return new ThreadRow(there("name", row.name), there("id", row.id), there("root", row.root), row.threads);
    }

    private Method.Kind kind() throws ProfileFormatException {
        String text = cursor.text();
        for (Method.Kind kind : Method.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        throw cursor.wrong("\"" + text + "\" is not java, jdk, span or synthetic");
    }

    private String nonEmptyText() throws ProfileFormatException {
        String text = cursor.text();
        if (text.isEmpty()) {
            throw cursor.wrong("the text is empty");
        }
        return text;
    }

    private <T> T there(String key, @Nullable T value) throws ProfileFormatException {
        if (value == null) {
            throw cursor.wrong("\"" + key + "\" is missing");
        }
        return value;
    }
}
