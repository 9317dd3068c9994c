package dev.jprof.report.check;

import dev.jprof.report.check.rule.MethodPattern;
import dev.jprof.report.view.Printable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why methods are called more often in one run than in another: which of their callers call them more, and what makes these. */
final class CallCauses {
    private static final int NAMED = 2;
    private static final int MEMBERS = 3;
    private static final double LEAST_SHARE = 0.05;

    private final CallCounts base;
    private final CallCounts current;
    private final boolean onlyBase;
    private final Map<String, Integer> overloads = new HashMap<>();

    /** @param onlyBase whether the base has no other run */
    CallCauses(CallCounts base, CallCounts current, boolean onlyBase) {
        this.base = base;
        this.current = current;
        this.onlyBase = onlyBase;
        Set<Subject> subjects = new HashSet<>(base.calls().keySet());
        subjects.addAll(current.calls().keySet());
        subjects.forEach(subject -> overloads.merge(subject.name(), 1, Integer::sum));
    }

    /** With its parameters where there are several of the name. */
    private String name(Subject subject) {
        return overloads.getOrDefault(subject.name(), 0) > 1 ? subject.printed() : Printable.of(subject.name());
    }

    /** The methods that make most of the difference of a sum, and why the first of them does. */
    List<String> ofSum(MethodPattern pattern) {
        List<Subject> grown = current.calls().keySet().stream()
                .filter(method -> pattern.matches(method.name(), method.descriptor()) && gain(method) > 0)
                .sorted(Comparator.comparingLong(this::gain).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        long whole = grown.stream().mapToLong(this::gain).sum();
        List<String> lines = new ArrayList<>();
        for (Subject method : grown.subList(0, Math.min(MEMBERS, grown.size()))) {
            if (lines.isEmpty() || gain(method) >= LEAST_SHARE * whole) {
                lines.add(name(method) + " is called " + CallGain.insteadOf(current.of(method), base.of(method)));
            }
        }
        if (!grown.isEmpty()) {
            lines.addAll(1, ofMethod(grown.get(0)));
        }
        return lines;
    }

    /** The callers with the greatest gains, then where the greatest of them begins; nothing of what is called no more often. */
    List<String> ofMethod(Subject method) {
        List<CallGain> gains = gain(method) > 0 ? gains(method) : List.of();
        List<String> lines = new ArrayList<>();
        gains.stream().limit(NAMED).map(this::text).forEach(lines::add);
        int more = gains.size() - NAMED;
        if (more > 0) {
            lines.add("and " + more + (more == 1 ? " more caller" : " more callers"));
        }
        if (!gains.isEmpty()) {
            CallGain origin = origin(gains.get(0));
            if (gains.indexOf(origin) < 0 || gains.indexOf(origin) >= NAMED) {
                lines.add(text(origin));
            }
        }
        return lines;
    }

    private String text(CallGain gain) {
        return gain.text(this::name, onlyBase);
    }

    private long gain(Subject method) {
        return current.of(method) - base.of(method);
    }

    /** Follows gains up, the greatest first, to a caller that does something else than before. */
    private CallGain origin(CallGain found) {
        if (found.isOwn() && !found.isPassedOn()) {
            return found;
        }
        Set<Subject> seen = new HashSet<>(Set.of(found.caller()));
        Deque<CallGain> open = new ArrayDeque<>(above(found));
        while (!open.isEmpty()) {
            CallGain gain = open.pop();
            if (gain.isOwn()) {
                return gain;
            }
            List<CallGain> above = above(gain);
            if (above.isEmpty()) {
                return gain;
            }
            if (seen.add(gain.caller())) {
                for (int i = above.size() - 1; i >= 0; i--) {
                    open.push(above.get(i));
                }
            }
        }
        return found;
    }

    /** Why the caller is called more often. That a new one begins a thread says less than that it is new. */
    private List<CallGain> above(CallGain gain) {
        return gains(gain.caller()).stream()
                .filter(above -> !(gain.isByNewCaller() && above.isFromOutside()))
                .toList();
    }

    /** The greatest first. Recursion that goes no deeper follows from the other callers, and is no reason. */
    private List<CallGain> gains(Subject method) {
        return current.callersOf(method).keySet().stream()
                .map(caller -> new CallGain(
                        caller,
                        method,
                        base.by(caller, method),
                        current.by(caller, method),
                        base.of(caller),
                        current.of(caller)))
                .filter(gain -> gain.calls() > 0)
                .filter(gain -> gain.isOwn() || !gain.caller().equals(method))
                .sorted(Comparator.comparingLong(CallGain::calls).reversed())
                .toList();
    }
}
