package dev.jprof.report.html;

import dev.jprof.report.io.Json;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Names;
import dev.jprof.report.view.Printable;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** What methods are called and of which kind they are, by their numbers: all that the page says of them besides numbers. */
final class MethodNames {
    private final Profile profile;
    private final List<Method> methods;

    MethodNames(Profile profile) {
        this.profile = profile;
        this.methods = profile.methods();
    }

    /** A line of packed text with one JSON object: a column for each thing that is known. */
    Pieces packed() {
        return Block.packed(out -> Json.write(out, this::write));
    }

    private void write(Json json) {
        boolean isSampled = profile.tree().isSampled();
        Names names = new Names(profile);
        json.startObject();
        texts(json, "function", names::function);
        texts(json, "class", method -> Printable.of(methods.get(method).className()));
        texts(json, "file", method -> Printable.of(methods.get(method).file()));
        numbers(json, "line", Method::line);
        numbers(json, "jdk", method -> JdkClasses.has(method, isSampled) ? 1 : 0);
        numbers(json, "synthetic", method -> method.kind() == Method.Kind.SYNTHETIC ? 1 : 0);
        numbers(json, "timed", method -> method.timed() ? 1 : 0);
        json.endObject();
    }

    private void texts(Json json, String key, IntFunction<String> text) {
        json.key(key).startArray();
        for (int method = 0; method < methods.size(); method++) {
            json.value(text.apply(method));
        }
        json.endArray();
    }

    private void numbers(Json json, String key, ToIntFunction<Method> number) {
        json.key(key).startArray();
        for (Method method : methods) {
            json.value(number.applyAsInt(method));
        }
        json.endArray();
    }
}
