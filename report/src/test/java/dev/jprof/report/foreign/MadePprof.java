package dev.jprof.report.foreign;

import com.google.protobuf.CodedOutputStream;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files of pprof to try its reader on, written with Google's own library by the numbers that profile.proto gives fields. */
final class MadePprof {
    private static final List<String> TEXTS = List.of(
            "",
            "samples",
            "count",
            "cpu",
            "nanoseconds",
            "com.acme.Main.main",
            "src/Main.java",
            "com.acme.Work.run",
            "runtime.read",
            "thread",
            "worker-1",
            "space",
            "bytes",
            "thread_id",
            "17",
            "runtime/pprof.Do",
            "/src/runtime/pprof/runtime.go");

    /** Writes one message. */
    interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private MadePprof() {}

    static byte[] file(Fields fields) throws IOException {
        return bytes(out -> {
            fields.write(out);
            strings(out);
        });
    }

    /** The place of a text among {@link #strings}, by which messages mean it. */
    static int text(String text) {
        int place = TEXTS.indexOf(text);
        if (place < 0) {
            throw new IllegalArgumentException("no text '" + text + "' in these files");
        }
        return place;
    }

    static void strings(CodedOutputStream out) throws IOException {
        for (String text : TEXTS) {
            out.writeString(6, text);
        }
    }

    static byte[] bytes(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    static void message(CodedOutputStream out, int field, Fields fields) throws IOException {
        out.writeByteArray(field, bytes(fields));
    }

    static void type(CodedOutputStream out, String name, String unit) throws IOException {
        type(out, 1, name, unit);
    }

    static void type(CodedOutputStream out, int field, String name, String unit) throws IOException {
        message(out, field, type -> {
            type.writeInt64(1, text(name));
            type.writeInt64(2, text(unit));
        });
    }

    /** Locations packed, values one by one. */
    static Fields sample(long[] locations, long[] values, String thread) {
        return out -> {
            message(out, 1, packed -> {
                for (long location : locations) {
                    packed.writeUInt64NoTag(location);
                }
            });
            for (long value : values) {
                out.writeInt64(2, value);
            }
            if (!thread.isEmpty()) {
                message(out, 3, label -> {
                    label.writeInt64(1, text("thread"));
                    label.writeInt64(2, text(thread));
                });
            }
        };
    }

    static void location(CodedOutputStream out, long id, long... functions) throws IOException {
        message(out, 4, location -> {
            location.writeUInt64(1, id);
            for (long function : functions) {
                message(location, 4, line -> line.writeUInt64(1, function));
            }
        });
    }

    static void function(CodedOutputStream out, long id, String name, String file, long line) throws IOException {
        message(out, 5, function -> {
            function.writeUInt64(1, id);
            function.writeInt64(2, text(name));
            function.writeInt64(4, text(file));
            function.writeInt64(5, line);
        });
    }

    /** What jprof makes of such a file. */
    static Profile read(byte[] bytes) throws IOException {
        return ForeignFile.read(Path.of("x.pb"), new ByteArrayInputStream(bytes), Optional.empty());
    }

    /** Samples, self and total of each method. */
    static Map<String, String> rows(Profile profile) {
        return MethodTable.rowsOf(profile).stream()
                .collect(Collectors.toMap(
                        row -> row.method().qualifiedName(),
                        (MethodStats row) -> row.calls() + " " + row.self() + " " + row.total()));
    }
}
