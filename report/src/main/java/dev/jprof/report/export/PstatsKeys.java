package dev.jprof.report.export;

import dev.jprof.report.model.Profile;
import java.util.List;

/** Names methods as pstats rows. */
public final class PstatsKeys {
    private PstatsKeys() {}

    /**
     * The key of each method, by index. A Java method is {@code (file, line, com.acme.Foo.bar)}, one without a source file
     * {@code (~, 0, com.acme.Foo.bar)}, a JDK method {@code (~, 0, <java.lang.Math.sin>)}, which pstats prints in braces.
     * Where these collide, as overloads do that have no line, parameter types are added: {@code Foo.bar(int)}.
     */
    public static List<PstatsKey> of(Profile profile) {
        return List.of();
    }
}
