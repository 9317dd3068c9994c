package dev.jprof.api;

import java.util.regex.Pattern;

/** Names of lambda bodies without the numbers that a compiler gave them: those of one method have one name, as in rules. */
final class LambdaNames {
    /** javac; a serializable lambda has a checksum between: {@code lambda$main$3fa2b7c1$1}. */
    private static final Pattern JAVA = Pattern.compile("(^|\\.)(lambda\\$[^.]+?)(\\$[0-9a-f]{5,8})?\\$[0-9]+$");

    private static final Pattern KOTLIN = Pattern.compile("\\$lambda[$-][0-9]+(?=[^.]*$)");

    private static final Pattern SCALA = Pattern.compile("(^|\\.)(\\$anonfun\\$[^.]+?)\\$[0-9]+(\\$adapted)?$");

    private LambdaNames() {}

    /** @param method a method's name, or class and name joined by a dot */
    static String withoutNumbers(String method) {
        if (method.indexOf('$') < 0) {
            return method;
        }
        String stable = JAVA.matcher(method).replaceFirst("$1$2");
        stable = KOTLIN.matcher(stable).replaceAll("\\$lambda");
        return SCALA.matcher(stable).replaceFirst("$1$2$3");
    }
}
