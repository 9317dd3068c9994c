package dev.jprof.report.html;

import dev.jprof.report.model.Method;
import java.util.regex.Pattern;

/** Which methods are the JDK's: an instrumented profile says so, of a sampled one the names of the classes tell. */
final class JdkClasses {
    /** Of {@code javax} some packages are the JDK's and some are not. */
    private static final Pattern PACKAGE = Pattern.compile("(java|jdk|sun|com\\.sun|"
            + "javax\\.(accessibility|annotation\\.processing|crypto|imageio|lang|management|naming|net|print|rmi|script|security"
            + "|smartcardio|sound|sql|swing|tools|transaction\\.xa|xml))\\..*");

    private JdkClasses() {}

    static boolean has(Method method, boolean isSampled) {
        return method.kind() == Method.Kind.JDK
                || isSampled && PACKAGE.matcher(method.className()).matches();
    }
}
