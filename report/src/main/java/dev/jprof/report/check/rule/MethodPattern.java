package dev.jprof.report.check.rule;

import dev.jprof.report.model.Descriptor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which methods a rule speaks of: {@code com.acme.*}, {@code com.acme.Dao.find}, and of overloads one by its parameters as
 * tables print them, {@code com.acme.Dao.find(int, String)}, or by its descriptor, {@code com.acme.Dao.find(I)V}. A {@code *}
 * stands for any characters, dots included.
 */
public final class MethodPattern {
    /** Names in other languages than Java may have parentheses too, then mostly behind a space: {@code com.acme.Test.load (slow)}. */
    private static final Pattern OVERLOAD = Pattern.compile("(.*[^( ])\\(([^()]*)\\)([^()]*)", Pattern.DOTALL);

    private final String text;
    private final Pattern name;
    private final Pattern parameters;
    private final boolean overload;
    private final boolean raw;

    private MethodPattern(String text, String name, String parameters, boolean overload, boolean raw) {
        this.text = text;
        this.name = glob(name);
        this.parameters = glob(parameters);
        this.overload = overload;
        this.raw = raw;
    }

    public static MethodPattern of(String text) {
        var parts = OVERLOAD.matcher(text);
        if (!parts.matches()) {
            return new MethodPattern(text, text, "", false, false);
        }
        String parameters = parts.group(2);
        return parts.group(3).isEmpty()
                ? new MethodPattern(text, parts.group(1), parameters.replaceAll("\\s*,\\s*", ", "), true, false)
                : new MethodPattern(text, parts.group(1), "(" + parameters + ")" + parts.group(3), true, true);
    }

    /** Whether it names one overload of a method, which is then judged apart from the others. */
    public boolean isOverload() {
        return overload;
    }

    /** {@code method} is class and name joined by a dot. */
    public boolean matches(String method, String descriptor) {
        return name.matcher(method).matches()
                && (!overload
                        || parameters
                                .matcher(raw ? descriptor : Descriptor.parameterTypes(descriptor))
                                .matches());
    }

    private static Pattern glob(String glob) {
        String regex = Stream.of(glob.split("\\*+", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
