package dev.jprof.report.check;

import dev.jprof.report.check.rule.MethodPattern;
import dev.jprof.report.model.Edge;
import dev.jprof.report.model.JoinedMethods;
import dev.jprof.report.model.KeyedProfile;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.MethodStats;
import dev.jprof.report.model.MethodTable;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Why a method is called more often: which of its callers call it more, and what makes them. Overloads are together. */
final class CallCauses {
    private static final Numbers NUMBERS = new Numbers(Unit.S, false);
    private static final int NAMED = 2;
    private static final int MEMBERS = 3;
    private static final double LEAST_SHARE = 0.05;

    private final Calls base;
    private final Calls current;

    CallCauses(Profile base, Profile current) {
        this.base = Calls.of(base);
        this.current = Calls.of(current);
    }

    /** Calls of each method, and by whom; the caller of a thread's first method has no name. */
    private record Calls(Map<String, Long> of, Map<String, Map<String, Long>> callers) {
        static Calls of(Profile profile) {
            Profile joined = JoinedMethods.of(KeyedProfile.of(profile).profile(), Method::qualifiedName);
            MethodTable table = MethodTable.of(joined);
            Map<String, Long> of = new HashMap<>();
            Map<String, Map<String, Long>> callers = new HashMap<>();
            for (MethodStats row : table.rows()) {
                of.put(row.method().qualifiedName(), row.calls());
            }
            for (Edge edge : table.edges()) {
                callers.computeIfAbsent(table.method(edge.callee()).qualifiedName(), name -> new TreeMap<>())
                        .put(
                                table.method(edge.caller()).qualifiedName(),
                                edge.costs().calls());
            }
            return new Calls(of, callers);
        }

        long of(String method) {
            return of.getOrDefault(method, 0L);
        }

        long by(String caller, String method) {
            return callers.getOrDefault(method, Map.of()).getOrDefault(caller, 0L);
        }
    }

    /** One edge that carries more calls than before. */
    private record Gain(String caller, String callee, long before, long after, long callerBefore, long callerAfter) {
        long calls() {
            return after - before;
        }

        /** Whether a call of the caller makes more calls than before, so that the reason is in the caller itself. */
        boolean isOwn() {
            return callerBefore > 0 && (double) after / callerAfter > (double) before / callerBefore;
        }

        String text() {
            String callerName = Printable.of(caller);
            String calleeName = Printable.of(callee);
            if (callerBefore == 0) {
                return callerName + " is new and calls " + calleeName + " " + times(after);
            }
            if (!isOwn()) {
                String more = " is called " + times(callerAfter) + " instead of " + NUMBERS.count(callerBefore);
                return callerName + more + " and calls " + calleeName + inEach();
            }
            if (callerBefore == 1 && callerAfter == 1) {
                return callerName + " calls " + calleeName + " " + times(after) + " instead of "
                        + NUMBERS.count(before);
            }
            return callerName + " calls " + calleeName + " " + rate(after, callerAfter) + " times a call instead of "
                    + rate(before, callerBefore);
        }

        private String inEach() {
            return after * callerBefore == before * callerAfter
                    ? " as often in each"
                    : " less often in each, " + rate(after, callerAfter) + " times instead of "
                            + rate(before, callerBefore);
        }

        private static String rate(long calls, long callerCalls) {
            return callerCalls == 0 || calls % callerCalls == 0
                    ? NUMBERS.count(calls / Math.max(1, callerCalls))
                    : Unit.thousandths((double) calls / callerCalls);
        }
    }

    private static String times(long calls) {
        return NUMBERS.count(calls) + (calls == 1 ? " time" : " times");
    }

    List<String> of(Finding finding) {
        return finding.subject().sum()
                ? ofSum(finding.rule().methods())
                : ofMethod(finding.subject().name());
    }

    /**
     * Whether a method that costs more is called more often, and why; or does each call cost more?
     *
     * @param costsMore what a call does then: {@code takes longer}
     */
    List<String> ofCost(String method, String costsMore) {
        if (base.of(method) == current.of(method)) {
            return List.of("called as often as before, so a call " + costsMore);
        }
        List<String> lines = new ArrayList<>();
        lines.add("called " + times(current.of(method)) + " instead of " + NUMBERS.count(base.of(method)));
        lines.addAll(ofMethod(method));
        return lines;
    }

    /** The methods that make most of the difference, and why the first of them does. */
    private List<String> ofSum(MethodPattern pattern) {
        List<String> grown = current.of().keySet().stream()
                .filter(method -> pattern.matches(method, "") && gain(method) > 0)
                .sorted(Comparator.comparingLong(this::gain).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        long whole = grown.stream().mapToLong(this::gain).sum();
        List<String> lines = new ArrayList<>();
        for (String method : grown.subList(0, Math.min(MEMBERS, grown.size()))) {
            if (lines.isEmpty() || gain(method) >= LEAST_SHARE * whole) {
                lines.add(Printable.of(method) + " is called " + times(current.of(method)) + " instead of "
                        + NUMBERS.count(base.of(method)));
            }
        }
        if (!grown.isEmpty()) {
            lines.addAll(1, ofMethod(grown.get(0)));
        }
        return lines;
    }

    private long gain(String method) {
        return current.of(method) - base.of(method);
    }

    /** The callers with the greatest gains, then where the greatest of them begins. */
    private List<String> ofMethod(String method) {
        List<Gain> gains = gains(method);
        List<String> lines = new ArrayList<>();
        gains.stream().limit(NAMED).map(Gain::text).forEach(lines::add);
        if (gains.size() > NAMED) {
            lines.add("and " + (gains.size() - NAMED) + " more callers");
        }
        if (!gains.isEmpty()) {
            Gain origin = origin(gains.get(0));
            if (!origin.equals(gains.get(0))) {
                lines.add(origin.text());
            }
        }
        return lines;
    }

    /** Follows the greatest gains up to the first caller that does something else than before. */
    private Gain origin(Gain gain) {
        Set<String> seen = new HashSet<>();
        Gain at = gain;
        while (!at.isOwn() && seen.add(at.caller())) {
            List<Gain> above = gains(at.caller());
            if (above.isEmpty()) {
                return at;
            }
            at = above.get(0);
        }
        return at;
    }

    private List<Gain> gains(String method) {
        return current.callers().getOrDefault(method, Map.of()).keySet().stream()
                .map(caller -> new Gain(
                        caller,
                        method,
                        base.by(caller, method),
                        current.by(caller, method),
                        base.of(caller),
                        current.of(caller)))
                .filter(gain -> gain.calls() > 0)
                .sorted(Comparator.comparingLong(Gain::calls).reversed())
                .toList();
    }
}
