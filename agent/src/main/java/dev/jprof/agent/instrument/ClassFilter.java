package dev.jprof.agent.instrument;

import dev.jprof.agent.options.NamePattern;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.List;

/** Which classes are instrumented: those that the patterns name, never the JDK's, jprof's own or another agent's. */
public final class ClassFilter {
    private static final String[] NEVER = {
        "dev/jprof/agent/",
        "dev/jprof/api/",
        "dev/jprof/junit/",
        // What the JDK makes for applications' loaders.
        "jdk/proxy",
        "com/sun/proxy/",
        "jdk/internal/",
        "sun/reflect/",
        "java/lang/",
    };

    private static final String[] OTHER_AGENTS = {
        "co/elastic/apm/agent/",
        "com/contrastsecurity/agent/",
        "com/dynatrace/",
        "com/newrelic/agent/",
        "com/newrelic/weave/",
        "datadog/",
        "io/opentelemetry/javaagent/",
        "kieker/",
        "one/profiler/",
        "org/aspectj/weaver/",
        "reactor/blockhound/",
        "org/glowroot/agent/",
        "org/jacoco/agent/",
        "org/mockito/internal/creation/bytebuddy/inject/",
        "io/pyroscope/",
    };

    /** Of the JDK itself, and what some vendors put into theirs. */
    private static final String[] JDK_MODULES = {
        "java.", "jdk.", "javafx.", "oracle.", "openj9.", "org.graalvm.", "com.azul.",
    };

    private static final String PROXY = "$Proxy";

    private final NamePattern include;
    private final NamePattern exclude;
    private final ClassLoader platform = ClassLoader.getSystemClassLoader().getParent();

    public ClassFilter(List<String> include, List<String> exclude) {
        this.include = NamePattern.of(include);
        this.exclude = NamePattern.of(exclude);
    }

    ClassFilter wantingNothing() {
        return new ClassFilter(Collections.<String>emptyList(), Collections.<String>emptyList());
    }

    /** Whether a class that is defined already is wanted and the program's own. */
    boolean wants(Class<?> type) {
        String name = type.getName();
        return !type.isArray()
                && !type.isPrimitive()
                && wants(name)
                && isApplication(type.getClassLoader(), name.replace('.', '/'), type.getProtectionDomain());
    }

    /** Whether the patterns want a class of the program. */
    boolean wants(String name) {
        return include.matches(name) && !exclude.matches(name);
    }

    /**
     * Whether the class is the program's own, wanted or not.
     *
     * @param name with slashes, null for what is no class
     */
    boolean isApplication(ClassLoader loader, String name, ProtectionDomain domain) {
        if (loader == null || loader == platform || name == null || isGenerated(name) || isJdkModule(domain)) {
            return false;
        }
        // Agents load their libraries with loaders of their own.
        String ofLoader = loader.getClass().getName().replace('.', '/');
        return !isIn(NEVER, name) && !isIn(OTHER_AGENTS, name) && !isIn(OTHER_AGENTS, ofLoader);
    }

    private static boolean isIn(String[] prefixes, String name) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Classes that the JDK makes at run time, and puts into the package of the class or interface that they serve. */
    private static boolean isGenerated(String name) {
        int simple = name.lastIndexOf('/') + 1;
        return name.startsWith(PROXY, simple) && isNumber(name, simple + PROXY.length())
                || name.contains("$$Lambda$")
                || name.endsWith("$$Lambda")
                || name.contains("+0x")
                || name.contains("/0x");
    }

    private static boolean isNumber(String name, int from) {
        for (int at = from; at < name.length(); at++) {
            if (name.charAt(at) < '0' || name.charAt(at) > '9') {
                return false;
            }
        }
        return from < name.length();
    }

    /**
     * Some JDK modules, the compiler among them, are defined by the application class loader. In an image made by jlink the
     * program's own modules come from the same place.
     */
    private static boolean isJdkModule(ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        URL place = source == null ? null : source.getLocation();
        return place != null
                && "jrt".equals(place.getProtocol())
                && isIn(JDK_MODULES, place.getPath().substring(place.getPath().lastIndexOf('/') + 1));
    }
}
