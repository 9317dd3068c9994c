package dev.jprof.report.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a compiler, a library or the JVM made up, without the numbers that the next run or build gives anew. */
final class GeneratedNames {
    /** One of these is in every name of a class that a pattern below is for. */
    private static final Pattern MARKS = Pattern.compile("[$/+]|Accessor|\\.0x|EventHandler");

    /**
     * A hidden class, or an anonymous one of JDK 8: {@code Foo/0x00007f01a4000800}, {@code Foo/1234}, in recordings of JDK 17
     * {@code Foo+0x00007f01a4000800.1234}.
     */
    private static final Pattern HIDDEN = Pattern.compile("([/+.]0x[0-9a-f]+([/.][0-9]+)?|[/+][0-9]+)$");

    /** With the dot that recordings of JDK 8 and 11 have in place of the slash. */
    private static final Pattern GLUE =
            Pattern.compile("(\\$\\$Lambda|^java\\.lang\\.invoke\\.LambdaForm\\$[A-Za-z]+)(\\$[0-9]+)?(\\.[0-9]+)?$");

    /** Of Flight Recorder's own: {@code EventHandler1386_1795911200076-30838}. */
    private static final Pattern EVENT_HANDLER =
            Pattern.compile("^(jdk\\.jfr\\.[a-z.]+\\.EventHandler(Proxy)?)[0-9]+_[0-9]+-[0-9]+$");

    private static final Pattern PROXY = Pattern.compile("(^|\\.)\\$Proxy[0-9]+$");

    /** Where the JDK puts proxies of public interfaces: it numbers the package too. */
    private static final Pattern PROXY_PACKAGE = Pattern.compile("^(com\\.sun\\.proxy|jdk\\.proxy[0-9]+)(?=\\.)");

    private static final Pattern ACCESSOR = Pattern.compile("\\.(Generated[A-Za-z]*Accessor)[0-9]+$");

    /** Spring and CGLIB: {@code Foo$$EnhancerBySpringCGLIB$$1f3a}, {@code Foo$$SpringCGLIB$$0}. */
    private static final Pattern ENHANCED = Pattern.compile("\\$\\$([A-Za-z]*By[A-Za-z]+|SpringCGLIB)\\$\\$[0-9a-f]+");

    /** What Byte Buddy makes, for itself, Mockito and Hibernate. */
    private static final String SUBCLASSES =
            "(\\$(?:ByteBuddy|MockitoMock|auxiliary|Hibernate(?:Proxy|BasicProxy|Instantiator|AccessOptimizer)))";

    private static final Pattern SUBCLASS = Pattern.compile(SUBCLASSES + "\\$[0-9A-Za-z]+");

    private static final Pattern JAVASSIST = Pattern.compile("(_\\$\\$_(jvst|javassist_))[0-9a-f_]+$");

    /** Clojure, which numbers what it evaluates as it comes: {@code core$eval154$fn__155$G__145__160}. */
    private static final Pattern EVALUATED = Pattern.compile("(\\$eval)[0-9]+(?=\\$|$)");

    private static final Pattern CLOJURE_FUNCTION = Pattern.compile("(\\$[^$]+?)(__[0-9]+(__auto__)?)+(?=\\$|$)");

    /** javac; a serializable lambda has a checksum between: {@code lambda$main$3fa2b7c1$1}. */
    private static final Pattern JAVA_LAMBDA = Pattern.compile("^(lambda\\$.+?)(\\$[0-9a-f]{5,8})?\\$[0-9]+$");

    private static final Pattern KOTLIN_LAMBDA = Pattern.compile("\\$lambda[$-][0-9]+");

    /** Scala 2. */
    private static final Pattern SCALA_LAMBDA = Pattern.compile("^(\\$anonfun\\$.+?)\\$[0-9]+(\\$adapted)?$");

    /** Scala 3, which puts the method in front and nests: {@code run$$anonfun$4$$anonfun$1}. */
    private static final Pattern SCALA_3_LAMBDA = Pattern.compile("(\\$anonfun(\\$adapted)?)\\$[0-9]+(?=\\$|$)");

    private static final Pattern ACCESS = Pattern.compile("^access\\$[0-9]+$");

    /** What the patterns for subclasses leave of a name. */
    private static final Pattern RANDOM_PARTS =
            Pattern.compile(SUBCLASSES + "$|\\$\\$([A-Za-z]*By[A-Za-z]+|SpringCGLIB)|_\\$\\$_(jvst|javassist_)");

    private GeneratedNames() {}

    /**
     * Whether a stable name is that of a subclass which a library made at run time, with other names and another order of its parts
     * each time.
     */
    static boolean hasRandomParts(String stableClass) {
        return RANDOM_PARTS.matcher(stableClass).find();
    }

    static String stableClass(String name) {
        if (!MARKS.matcher(name).find()) {
            return name;
        }
        String stable = HIDDEN.matcher(name).replaceFirst("");
        stable = GLUE.matcher(stable).replaceFirst("$1");
        stable = ENHANCED.matcher(stable).replaceAll("\\$\\$$1");
        stable = SUBCLASS.matcher(stable).replaceAll("$1");
        stable = JAVASSIST.matcher(stable).replaceFirst("$1");
        stable = EVENT_HANDLER.matcher(stable).replaceFirst("$1");
        stable = ACCESSOR.matcher(stable).replaceFirst(".$1");
        stable = EVALUATED.matcher(stable).replaceFirst("$1");
        stable = CLOJURE_FUNCTION.matcher(stable).replaceAll("$1");
        Matcher proxy = PROXY.matcher(stable);
        return proxy.find()
                ? PROXY_PACKAGE.matcher(proxy.replaceFirst("$1\\$Proxy")).replaceFirst("jdk.proxy")
                : stable;
    }

    static String stableMethod(String name) {
        if (name.indexOf('$') < 0) {
            return name;
        }
        String stable = JAVA_LAMBDA.matcher(name).replaceFirst("$1");
        stable = KOTLIN_LAMBDA.matcher(stable).replaceAll("\\$lambda");
        stable = SCALA_LAMBDA.matcher(stable).replaceFirst("$1$2");
        stable = SCALA_3_LAMBDA.matcher(stable).replaceAll("$1");
        return ACCESS.matcher(stable).replaceFirst("access\\$");
    }

    /** Generated classes may stand among a descriptor's types. */
    static String stableDescriptor(String descriptor) {
        if (descriptor.indexOf('$') < 0) {
            return descriptor;
        }
        StringBuilder stable = new StringBuilder();
        int from = 0;
        for (int start = descriptor.indexOf('L'); start >= 0; start = descriptor.indexOf('L', from)) {
            int end = descriptor.indexOf(';', start);
            if (end < 0) {
                break;
            }
            String type = descriptor.substring(start + 1, end).replace('/', '.');
            stable.append(descriptor, from, start + 1).append(stableClass(type).replace('.', '/'));
            from = end;
        }
        return stable.append(descriptor, from, descriptor.length()).toString();
    }
}
