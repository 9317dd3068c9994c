package dev.jprof.junit;

import dev.jprof.api.MethodPattern;
import dev.jprof.api.MethodStats;
import dev.jprof.api.Probes;
import dev.jprof.api.Profile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An upper bound for the calls of methods or for their time. Immutable. */
final class Limit {
    private static final String SUM = "sum(";
    private static final String NO_METHOD =
            "a limit names no method: write method = \"com.acme.Dao.query\", or \"sum(*)\" for all there are";

    private final String pattern;

    private final boolean ofWholeTest;
    private final boolean sum;
    private final boolean ofCalls;
    private final long most;

    private Limit(String method, boolean ofCalls, long most) {
        this.ofWholeTest = !ofCalls && method.trim().isEmpty();
        this.sum = method.startsWith(SUM) && method.endsWith(")");
        this.pattern = sum ? method.substring(SUM.length(), method.length() - 1).trim() : method.trim();
        this.ofCalls = ofCalls;
        this.most = most;
    }

    static Limit ofCalls(String method, long most) {
        return new Limit(method, true, most);
    }

    static Limit ofTime(String method, long mostNanos) {
        return new Limit(method, false, mostNanos);
    }

    /** What breaks it, or keeps it from being judged: a line each, with the call tree below. Empty when it holds. */
    List<String> problems(Profile profile, ClassLoader loader) {
        List<String> problems = new ArrayList<>();
        if (most < 0) {
            problems.add("a limit of " + most + " can't hold: it is 0 or more");
            return problems;
        }
        if (ofWholeTest) {
            if (profile.wallNanos() > most) {
                problems.add("the test took " + value(profile.wallNanos()) + ", at most " + value(most)
                        + " are allowed\n" + profile.paths("*"));
            }
            return problems;
        }
        String blind = pattern.isEmpty() ? NO_METHOD : Probes.problem(pattern, loader);
        blind = blind == null && !ofCalls ? untimed(profile) : blind;
        if (blind != null) {
            problems.add(blind);
            return problems;
        }
        for (String judged : judged(profile)) {
            long found = ofCalls ? profile.calls(judged) : profile.totalNanos(judged);
            if (found > most) {
                problems.add(judged + (ofCalls ? " was called " + times(found) : " took " + value(found)) + ", at most "
                        + value(most) + (most == 1 && ofCalls ? " is" : " are") + " allowed\n" + profile.paths(judged));
            }
        }
        return problems;
    }

    /** Why the time can't be known, or null. Where many methods are meant, those that are timed are judged. */
    private String untimed(Profile profile) {
        MethodPattern meant = MethodPattern.of(pattern);
        MethodStats leaf = null;
        boolean anyTimed = false;
        for (MethodStats stats : profile.methods()) {
            if (stats.calls() > 0 && stats.method().matches(meant)) {
                leaf = stats.isTimed() ? leaf : stats;
                anyTimed |= stats.isTimed();
            }
        }
        boolean known = leaf == null || anyTimed && (sum || pattern.indexOf('*') >= 0);
        return known
                ? null
                : leaf.method()
                        + " is too small to be timed, its time is in its callers': limit its calls or a caller's"
                        + " time, or give the agent the option clock=exact";
    }

    /** The patterns that are judged, each by itself. */
    private Set<String> judged(Profile profile) {
        Set<String> judged = new LinkedHashSet<>();
        if (sum || pattern.indexOf('*') < 0) {
            judged.add(pattern);
            return judged;
        }
        MethodPattern meant = MethodPattern.of(pattern);
        for (MethodStats stats : profile.methods()) {
            if (stats.method().matches(meant)) {
                judged.add(stats.method().withoutNumbers());
            }
        }
        return judged;
    }

    private static String times(long calls) {
        return calls == 1 ? "once" : calls == 2 ? "twice" : String.format(Locale.ROOT, "%,d times", calls);
    }

    private String value(long number) {
        return ofCalls
                ? String.format(Locale.ROOT, "%,d", number)
                : String.format(Locale.ROOT, "%,.3f ms", number / 1e6);
    }
}
