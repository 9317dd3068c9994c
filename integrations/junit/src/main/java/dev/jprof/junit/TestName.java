package dev.jprof.junit;

import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** What a test is called. */
final class TestName {
    /** Of a repeated, parameterized or dynamic test, or of a repeated class, among the segments of a unique id. */
    private static final Pattern INVOCATION = Pattern.compile("#([0-9]+)](?=/|$)");

    /** File systems take 255 bytes, with an ending. */
    private static final int LONGEST = 240;

    private static final int BEGINNING = 40;

    private final String invocations;
    private final ExtensionContext ofMethod;

    TestName(ExtensionContext running) {
        StringBuilder numbers = new StringBuilder();
        Matcher invocation = INVOCATION.matcher(running.getUniqueId());
        while (invocation.find()) {
            numbers.append('-').append(invocation.group(1));
        }
        invocations = numbers.toString();
        ExtensionContext context = running;
        while (!context.getTestMethod().isPresent() && context.getParent().isPresent()) {
            context = context.getParent().get();
        }
        ofMethod = context;
    }

    Class<?> type() {
        return ofMethod.getRequiredTestClass();
    }

    private Method method() {
        return ofMethod.getRequiredTestMethod();
    }

    /** {@code OrdersTest.lists}, with the number of the invocation. */
    @Override
    public String toString() {
        String typeName = type().getName();
        return typeName.substring(typeName.lastIndexOf('.') + 1) + "." + method().getName() + invocations;
    }

    /**
     * {@code com.acme.OrdersTest.lists}, which no other test has. Hyphens and parentheses are in no name of Java's, and are
     * written otherwise where another language has them.
     */
    String file() {
        StringBuilder file = new StringBuilder(written(runningTypeName()));
        file.append('.').append(written(method().getName()));
        if (isOverloaded()) {
            StringJoiner types = new StringJoiner(",", "(", ")");
            for (Class<?> type : method().getParameterTypes()) {
                types.add(written(type.getTypeName()));
            }
            file.append(types);
        }
        file.append(invocations);
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST
                ? file.toString()
                : file.substring(0, BEGINNING) + "-" + UUID.nameUUIDFromBytes(bytes);
    }

    /** The outermost class that is run, and what is nested in it: of a nested class that two classes inherit, each runs its own. */
    private String runningTypeName() {
        String name = type().getName();
        Class<?> nested = type();
        String inside = "";
        for (ExtensionContext context = ofMethod;
                context != null;
                context = context.getParent().orElse(null)) {
            Class<?> type = context.getTestClass().orElse(nested);
            if (type != nested) {
                inside = "$" + nested.getSimpleName() + inside;
                nested = type;
                name = type.getName() + inside;
            }
        }
        return name;
    }

    private boolean isOverloaded() {
        return ReflectionSupport.findMethods(
                                type(),
                                other -> other.getName().equals(method().getName())
                                        && AnnotationSupport.isAnnotated(other, Testable.class),
                                HierarchyTraversalMode.TOP_DOWN)
                        .size()
                > 1;
    }

    /** What a file's name can't have here, by number: {@code %2D}. */
    private static String written(String name) {
        CharsetEncoder ofFiles = Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"))
                .newEncoder();
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || "._$[]".indexOf(c) >= 0;
            written.append(plain && ofFiles.canEncode(c) ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return written.toString();
    }
}
