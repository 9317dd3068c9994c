package dev.jprof.report.check;

import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Unit;
import java.util.function.Function;

/**
 * A caller by which a method is called more often than before.
 *
 * @param caller {@link CallCounts#OUTSIDE} for calls that no instrumented method makes
 * @param before calls that the caller made in the base
 * @param callerBefore how often the caller was called itself
 */
record CallGain(Subject caller, Subject callee, long before, long after, long callerBefore, long callerAfter) {
    private static final Numbers NUMBERS = new Numbers(Unit.S, false);

    long calls() {
        return after - before;
    }

    boolean isFromOutside() {
        return caller.equals(CallCounts.OUTSIDE);
    }

    /** Whether the base has nothing of the caller. */
    boolean isByNewCaller() {
        return !isFromOutside() && callerBefore == 0 && before == 0;
    }

    /** Whether a call of the caller makes more calls than before, so that the reason is in the caller itself. */
    boolean isOwn() {
        return isFromOutside() || callerBefore > 0 && perCall(after, callerAfter) > perCall(before, callerBefore);
    }

    /** Whether there are more calls because there are more of the caller. */
    boolean isPassedOn() {
        return !isFromOutside() && callerAfter > callerBefore;
    }

    private static double perCall(long calls, long callerCalls) {
        return (double) calls / callerCalls;
    }

    /**
     * One line without a full stop.
     *
     * @param onlyBase whether there is no other run of the base, in which the caller may have been called
     */
    String text(Function<Subject, String> names, boolean onlyBase) {
        String calleeName = names.apply(callee);
        if (isFromOutside()) {
            return calleeName + " is called " + insteadOf(after, before)
                    + " from outside the instrumented code: by threads that begin with it, or by code without probes";
        }
        String callerName = names.apply(caller);
        if (isByNewCaller()) {
            return callerName + (onlyBase ? " is new" : " is called " + insteadOf(callerAfter, 0)) + " and calls "
                    + calleeName + " " + times(after);
        }
        String calls = callerName + (isPassedOn() ? " is called " + insteadOf(callerAfter, callerBefore) + " and" : "")
                + " calls " + calleeName + " ";
        if (callerBefore == 0 || callerAfter == 0 || callerBefore == 1 && callerAfter == 1) {
            return calls + insteadOf(after, before);
        }
        if (isOwn()) {
            return calls
                    + (isRateSeen()
                            ? rateTimes() + " a call instead of " + rate(before, callerBefore)
                            : times(after) + " in " + NUMBERS.count(callerAfter) + " calls instead of "
                                    + NUMBERS.count(before) + " in " + NUMBERS.count(callerBefore));
        }
        return calls
                + (isRateSeen()
                        ? "less often in each, " + rateTimes() + " instead of " + rate(before, callerBefore)
                        : "as often in each");
    }

    /** Whether how often it is called in each call of the caller differs so much that the digits do. */
    private boolean isRateSeen() {
        return !Unit.thousandths(perCall(after, callerAfter)).equals(Unit.thousandths(perCall(before, callerBefore)));
    }

    private String rateTimes() {
        return rate(after, callerAfter) + (after == callerAfter ? " time" : " times");
    }

    private static String rate(long calls, long callerCalls) {
        return calls % callerCalls == 0
                ? NUMBERS.count(calls / callerCalls)
                : Unit.thousandths(perCall(calls, callerCalls));
    }

    static String insteadOf(long after, long before) {
        return times(after) + " instead of " + NUMBERS.count(before);
    }

    private static String times(long calls) {
        return NUMBERS.count(calls) + (calls == 1 ? " time" : " times");
    }
}
