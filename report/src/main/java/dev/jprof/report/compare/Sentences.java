package dev.jprof.report.compare;

import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Unit;
import java.util.ArrayList;
import java.util.List;

/** What moved and why, in words: {@code Loader.load +38 %: calls Parser.next 3.1 times as often; time per call unchanged}. */
public final class Sentences {
    private static final int MOST_CAUSES = 3;

    /** Of all that a change consists of, what is worth a word. */
    private static final double WORTH_SAYING = 0.1;

    private static final double UNCHANGED = 0.05;
    private static final Numbers AUTO = new Numbers(Unit.AUTO, false);

    private final Diff diff;
    private final DiffNames names;
    private final Numbers numbers;

    public Sentences(Diff diff) {
        this.diff = diff;
        this.names = diff.names();
        this.numbers = AUTO.in(diff.weight().unit());
    }

    /** One sentence without a full stop. */
    public String of(DiffRow row) {
        String name = names.brief(row.path().get(row.path().size() - 1));
        Change calls = row.ofCalls();
        Change total = row.ofTotal();
        return switch (row.code()) {
            case NEW -> name + " is new: " + costs(calls.current(), total.current());
            case GONE ->
                name + " is gone: it "
                        + (total.base() > 0 ? "took " + time(total.base()) : "had " + calls(calls.base()));
            default -> name + " " + headline(row) + reasons(row);
        };
    }

    private String costs(long calls, long total) {
        return calls == 0 ? time(total) : calls(calls) + (total == 0 ? "" : ", " + time(total));
    }

    /** The same of calls alone. */
    public String ofCalls(DiffRow row) {
        String name = names.brief(row.path().get(row.path().size() - 1));
        Change calls = row.ofCalls();
        return switch (row.code()) {
            case NEW -> name + " is new" + counts(calls.base(), calls.current());
            case GONE -> name + " is gone" + counts(calls.base(), calls.current());
            default -> name + " is " + called(new Cause(Cause.Kind.CALLS, -1, 0, calls.base(), calls.current(), 0));
        };
    }

    private String headline(DiffRow row) {
        Change total = row.ofTotal();
        if (total.delta() == 0) {
            return "takes as long as before" + (row.ofSelf().delta() == 0 ? "" : " with its callees");
        }
        String share = total.base() == 0 ? "" : Amounts.percent(total) + " ";
        return share + "(" + Amounts.time(total.delta(), numbers) + ")";
    }

    private String reasons(DiffRow row) {
        double all = row.causes().stream().mapToDouble(Cause::magnitude).sum();
        List<String> phrases = new ArrayList<>();
        for (Cause cause : row.causes()) {
            boolean moved = cause.kind() == Cause.Kind.MEDIANS || cause.base() != cause.current();
            if (phrases.size() < MOST_CAUSES && moved && cause.magnitude() >= WORTH_SAYING * all) {
                phrases.add(phrase(cause, row));
            }
        }
        if (phrases.isEmpty()) {
            return row.code() == Code.CHANGED ? ": its code has changed" : "";
        }
        phrases.set(0, phrases.get(0) + sameTimePerCall(row, all, phrases.size() == 1));
        boolean said = row.causes().stream()
                .limit(MOST_CAUSES)
                .anyMatch(cause -> cause.kind() == Cause.Kind.SELF && cause.magnitude() >= WORTH_SAYING * all);
        if (row.code() == Code.CHANGED && !said) {
            phrases.add("its code has changed");
        }
        return ": " + String.join("; ", phrases);
    }

    private String phrase(Cause cause, DiffRow row) {
        return switch (cause.kind()) {
            case CALLS -> called(cause);
            case SELF -> "its own code" + code(row.code()) + " " + Amounts.takes(cause) + perCall(cause, row);
            case CALLEE_CALLS -> calleeCalls(cause, row);
            case CALLEE_TIME ->
                (row.ofCalls().current() == 0 ? "" : "a call of ") + names.brief(cause.callee()) + " "
                        + Amounts.takes(cause);
            case MEDIANS -> "medians of runs do not add up by " + time(Math.abs(cause.nanos()));
        };
    }

    /** A median of no calls leaves runs in which there were some. */
    private String called(Cause cause) {
        long base = (long) cause.base();
        long current = (long) cause.current();
        if (base == 0) {
            String times = "called " + numbers.count(current) + (current == 1 ? " time" : " times");
            return times + (diff.baseRuns() == 1 ? " instead of 0" : ", in the median run of the base not at all");
        }
        if (current == 0) {
            return "called no more" + (diff.currentRuns() == 1 ? "" : " in the median new run") + counts(base, current);
        }
        return "called " + Amounts.often(cause) + counts(base, current);
    }

    /** Whether more in a call and more in all are two things. */
    private static boolean callsMoved(DiffRow row) {
        Change calls = row.ofCalls();
        return calls.delta() != 0 && calls.base() != 0 && calls.current() != 0;
    }

    private static String perCall(Cause cause, DiffRow row) {
        return callsMoved(row) && cause.base() > 0 && cause.current() > 0 ? " per call" : "";
    }

    private String calleeCalls(Cause cause, DiffRow row) {
        String callee = names.brief(cause.callee());
        if (cause.base() == 0) {
            return median(diff.baseRuns() > 1 && diff.sides().baseHas(cause.callee())) + "now calls " + callee;
        }
        if (cause.current() == 0) {
            return median(diff.currentRuns() > 1 && diff.sides().currentHas(cause.callee())) + "no longer calls "
                    + callee;
        }
        return (callsMoved(row) ? "in each call calls " : "calls ") + callee + " " + Amounts.often(cause);
    }

    private static String median(boolean some) {
        return some ? "in the median run " : "";
    }

    private static String code(Code code) {
        return switch (code) {
            case CHANGED -> ", which has changed,";
            case SAME -> ", unchanged,";
            default -> "";
        };
    }

    /**
     * What to add to the first cause if it is a number of calls, and what one of these takes is as before.
     *
     * @param only whether no other cause is named, whose time per call might be meant
     */
    private static String sameTimePerCall(DiffRow row, double all, boolean only) {
        Cause first = row.causes().get(0);
        if (first.base() == 0 || first.current() == 0) {
            return "";
        }
        if (first.kind() == Cause.Kind.CALLS) {
            double before = row.ofTotal().base() / first.base();
            double after = row.ofTotal().current() / first.current();
            boolean alone = all - first.magnitude() < UNCHANGED * all;
            return alone && isSame(before, after) ? "; time per call unchanged" : "";
        }
        boolean same = first.kind() == Cause.Kind.CALLEE_CALLS
                && row.causes().stream()
                        .filter(cause -> cause.kind() == Cause.Kind.CALLEE_TIME && cause.callee() == first.callee())
                        .allMatch(cause -> Math.abs(cause.nanos()) < UNCHANGED * Math.abs(first.nanos())
                                && isSame(cause.base(), cause.current()));
        return !same ? "" : only ? "; time per call unchanged" : ", whose time per call is unchanged";
    }

    private static boolean isSame(double before, double after) {
        return Math.abs(after - before) <= UNCHANGED * before;
    }

    private String counts(long base, long current) {
        return " (" + numbers.count(base) + " -> " + numbers.count(current) + ")";
    }

    private String calls(long calls) {
        return numbers.count(calls) + (calls == 1 ? " call" : " calls");
    }

    private String time(double nanoseconds) {
        return numbers.time(nanoseconds);
    }
}
