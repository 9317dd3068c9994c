package dev.jprof.agent.sample;

import java.util.regex.Pattern;

/**
 * Names of hidden classes without what each JVM gives anew. Classes by which the JVM comes from a call to what is called have no code
 * of a person's, so their addresses go; of others the address is all that tells two apart. Imported recordings are treated alike.
 */
final class HiddenNames {
    /** {@code Foo$$Lambda$14+0x00007f01a4000800/1234}, {@code Foo$$Lambda/0x0000000800c03000}, {@code Foo$$Lambda$14/1234} of JDK 8. */
    private static final Pattern GLUE = Pattern.compile(
            "(.*\\$\\$Lambda(?:\\$[0-9]+)?|java\\.lang\\.invoke\\.LambdaForm\\$[A-Za-z]+)(?:[./+](?:0x[0-9a-f]+|[0-9]+))+");

    /** Flight Recorder's reader writes a dot, {@link Class#getName} a slash, the JVM a plus. */
    private static final Pattern HIDDEN = Pattern.compile("(.+)[./+](0x[0-9a-f]+)(?:[./][0-9]+)?");

    private HiddenNames() {}

    static String stable(String className) {
        if (!className.contains("0x") && !className.contains("$$Lambda$") && !className.contains("LambdaForm$")) {
            return className;
        }
        String glue = GLUE.matcher(className).replaceFirst("$1");
        return HIDDEN.matcher(glue).replaceFirst("$1/$2");
    }
}
