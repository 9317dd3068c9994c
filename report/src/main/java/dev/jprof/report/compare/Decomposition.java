package dev.jprof.report.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The change of a total, taken apart. A total is calls x time per call; a time per call is self per call plus, for each callee,
 * calls per call x time per call of the callee. The change of a product is shared between its two factors as Shapley does: each
 * has its own change times the mean of the other. So the parts are symmetric in base and new, and together they are the change,
 * to the nanosecond.
 */
final class Decomposition {
    private final double baseCalls;
    private final double currentCalls;
    private final double meanCalls;
    private final List<Cause> causes = new ArrayList<>();

    private double basePerCall;
    private double currentPerCall;

    private Decomposition(long baseCalls, long currentCalls) {
        this.baseCalls = baseCalls;
        this.currentCalls = currentCalls;
        this.meanCalls = (this.baseCalls + this.currentCalls) / 2;
    }

    /** One part of a total: the method's own time, or what a callee took. Calls are 0 for the method's own. */
    record Part(int callee, long baseCalls, long currentCalls, long baseTime, long currentTime) {
        long most() {
            return Math.max(baseTime, currentTime);
        }
    }

    /**
     * The causes of a change of {@code delta} nanoseconds.
     *
     * @param parts what the totals consist of; what they leave of {@code delta} is {@link Cause.Kind#MEDIANS}
     */
    static List<Cause> of(long baseCalls, long currentCalls, long delta, List<Part> parts) {
        Decomposition sums = new Decomposition(baseCalls, currentCalls);
        long ofParts = 0;
        for (Part part : parts) {
            sums.add(part);
            ofParts += part.currentTime() - part.baseTime();
        }
        sums.addCalls();
        sums.balance(ofParts);
        sums.put(Cause.Kind.MEDIANS, -1, delta - ofParts, 0, 0, Math.abs(delta - ofParts));
        sums.causes.sort(Comparator.comparingLong((Cause cause) -> -cause.magnitude())
                .thenComparingLong(cause -> -Math.abs(cause.nanos())));
        return List.copyOf(sums.causes);
    }

    /** The magnitude of the part {@link Cause.Kind#SELF} of a method that both sides call. */
    static double magnitudeOfSelf(long baseCalls, long currentCalls, long baseSelf, long currentSelf) {
        double perCall = (double) currentSelf / currentCalls - (double) baseSelf / baseCalls;
        double part = (baseCalls + (double) currentCalls) / 2 * perCall;
        return Math.min(Math.abs(part), Math.max(baseSelf, currentSelf));
    }

    /** The magnitude of the part {@link Cause.Kind#CALLEE_CALLS} of a callee, of a method that both sides call. */
    static double magnitudeOfCalleeCalls(
            long baseCalls, long currentCalls, long calleeBase, long calleeCurrent, long baseTime, long currentTime) {
        double part = ofCalleeCalls(baseCalls, currentCalls, calleeBase, calleeCurrent, baseTime, currentTime);
        return Math.min(Math.abs(part), Math.max(baseTime, currentTime));
    }

    private static double ofCalleeCalls(
            long baseCalls, long currentCalls, long calleeBase, long calleeCurrent, long baseTime, long currentTime) {
        if (calleeBase == 0 && calleeCurrent == 0) {
            return 0;
        }
        double rate = (double) calleeCurrent / currentCalls - (double) calleeBase / baseCalls;
        double time = perCall(baseTime, calleeBase, currentTime, calleeCurrent)
                + perCall(currentTime, calleeCurrent, baseTime, calleeBase);
        return (baseCalls + (double) currentCalls) / 2 * rate * time / 2;
    }

    private void add(Part part) {
        if (baseCalls == 0 && currentCalls == 0) {
            long change = part.currentTime() - part.baseTime();
            put(kindOfTime(part), part.callee(), change, part.baseTime(), part.currentTime(), part.most());
            return;
        }
        // Where one side makes no calls, its time per call is taken for unchanged: what is there is due to the calls.
        double base = baseCalls == 0 ? part.currentTime() / currentCalls : part.baseTime() / baseCalls;
        double current = currentCalls == 0 ? part.baseTime() / baseCalls : part.currentTime() / currentCalls;
        basePerCall += base;
        currentPerCall += current;
        if (baseCalls == 0 || currentCalls == 0) {
            return;
        }
        if (part.callee() < 0 || part.baseCalls() == 0 && part.currentCalls() == 0) {
            put(kindOfTime(part), part.callee(), Math.round(meanCalls * (current - base)), base, current, part.most());
            return;
        }
        double baseTime = perCall(part.baseTime(), part.baseCalls(), part.currentTime(), part.currentCalls());
        double currentTime = perCall(part.currentTime(), part.currentCalls(), part.baseTime(), part.baseCalls());
        double ofCalls = ofCalleeCalls(
                (long) baseCalls,
                (long) currentCalls,
                part.baseCalls(),
                part.currentCalls(),
                part.baseTime(),
                part.currentTime());
        double baseRate = part.baseCalls() / baseCalls;
        double currentRate = part.currentCalls() / currentCalls;
        put(Cause.Kind.CALLEE_CALLS, part.callee(), Math.round(ofCalls), baseRate, currentRate, part.most());
        double ofTime = meanCalls * (current - base) - ofCalls;
        put(Cause.Kind.CALLEE_TIME, part.callee(), Math.round(ofTime), baseTime, currentTime, part.most());
    }

    private static double perCall(long time, long calls, long otherTime, long otherCalls) {
        return calls == 0 ? (double) otherTime / otherCalls : (double) time / calls;
    }

    private static Cause.Kind kindOfTime(Part part) {
        return part.callee() < 0 ? Cause.Kind.SELF : Cause.Kind.CALLEE_TIME;
    }

    private void addCalls() {
        double nanos = (currentCalls - baseCalls) * (basePerCall + currentPerCall) / 2;
        double most = Math.max(baseCalls * basePerCall, currentCalls * currentPerCall);
        put(Cause.Kind.CALLS, -1, Math.round(nanos), baseCalls, currentCalls, Math.round(most));
    }

    /** Each part was rounded by itself; the greatest takes what that left. */
    private void balance(long delta) {
        long sum = causes.stream().mapToLong(Cause::nanos).sum();
        if (sum == delta) {
            return;
        }
        if (causes.isEmpty()) {
            put(Cause.Kind.SELF, -1, delta, 0, 0, Math.abs(delta));
            return;
        }
        int greatest = 0;
        for (int i = 1; i < causes.size(); i++) {
            greatest = Math.abs(causes.get(i).nanos())
                            > Math.abs(causes.get(greatest).nanos())
                    ? i
                    : greatest;
        }
        causes.set(greatest, causes.get(greatest).plus(delta - sum));
    }

    private void put(Cause.Kind kind, int callee, long nanos, double base, double current, long most) {
        if (nanos != 0) {
            causes.add(new Cause(kind, callee, nanos, base, current, most));
        }
    }
}
