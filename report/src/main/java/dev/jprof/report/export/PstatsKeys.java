package dev.jprof.report.export;

import dev.jprof.report.model.Descriptor;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.UsageException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names methods as pstats rows. */
public final class PstatsKeys {
    private PstatsKeys() {}

    /**
     * The key of each method, by index. A Java method is {@code (file, line, com.acme.Foo.bar)}, one without a source file
     * {@code (~, 0, com.acme.Foo.bar)}, a JDK method {@code (~, 0, <java.lang.Math.sin>)}, which pstats prints in braces.
     * Where these collide, as overloads do that have no line, parameter types are added: {@code Foo.bar(int)}; where they
     * still do, a number: {@code Foo.bar(int)#2}.
     *
     * @throws UsageException if the profile has no calls
     */
    public static List<PstatsKey> of(Profile profile) {
        if (profile.tree().isSampled()) {
            throw new UsageException("the profile was sampled: it has no calls, and pstats knows nothing else");
        }
        List<Method> methods = profile.methods();
        Set<PstatsKey> seen = new HashSet<>();
        Set<PstatsKey> repeated = new HashSet<>();
        for (Method method : methods) {
            PstatsKey key = key(method, "");
            if (!seen.add(key)) {
                repeated.add(key);
            }
        }
        Set<PstatsKey> taken = new HashSet<>();
        List<PstatsKey> keys = new ArrayList<>(methods.size());
        for (Method method : methods) {
            PstatsKey key = key(method, "");
            keys.add(!repeated.contains(key) && taken.add(key) ? key : overload(method, taken));
        }
        return keys;
    }

    private static PstatsKey overload(Method method, Set<PstatsKey> taken) {
        String types = "(" + Descriptor.parameterTypes(method.descriptor()) + ")";
        PstatsKey key = key(method, types);
        for (int number = 2; !taken.add(key); number++) {
            key = key(method, types + "#" + number);
        }
        return key;
    }

    private static PstatsKey key(Method method, String suffix) {
        String function = method.qualifiedName() + suffix;
        if (method.kind() == Method.Kind.JDK) {
            return new PstatsKey("~", 0, "<" + function + ">");
        }
        return method.file().isEmpty()
                ? new PstatsKey("~", 0, function)
                : new PstatsKey(method.file(), method.line(), function);
    }
}
