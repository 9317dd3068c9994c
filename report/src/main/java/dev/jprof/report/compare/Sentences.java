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

    private final DiffNames names;
    private final Numbers numbers;

    public Sentences(Diff diff) {
        this.names = diff.names();
        this.numbers = AUTO.in(diff.weight().unit());
    }

    /** One sentence without a full stop. */
    public String of(DiffRow row) {
        String name = names.brief(row.path().get(row.path().size() - 1));
        String calls = numbers.count(row.ofCalls().current()) + (row.ofCalls().current() == 1 ? " call" : " calls");
        return switch (row.code()) {
            case NEW ->
                name + " is new: " + (row.ofCalls().current() == 0 ? "" : calls + ", ")
                        + time(row.ofTotal().current());
            case GONE -> name + " is gone: it took " + time(row.ofTotal().base());
            default -> name + " " + headline(row) + reasons(row);
        };
    }

    /** The same of calls alone. */
    public String ofCalls(DiffRow row) {
        String name = names.brief(row.path().get(row.path().size() - 1));
        Change calls = row.ofCalls();
        String counts = " (" + numbers.count(calls.base()) + " -> " + numbers.count(calls.current()) + ")";
        return switch (row.code()) {
            case NEW -> name + " is new" + counts;
            case GONE -> name + " is gone" + counts;
            default -> {
                Cause cause = new Cause(Cause.Kind.CALLS, -1, 0, calls.base(), calls.current());
                yield name + " is called " + (calls.base() == 0 ? "" : Amounts.often(cause)) + counts;
            }
        };
    }

    private String headline(DiffRow row) {
        Change total = row.ofTotal();
        if (total.delta() == 0) {
            return "takes as long as before";
        }
        String share = total.base() == 0 ? "" : Amounts.percent(total) + " ";
        return share + "(" + Amounts.time(total.delta(), numbers) + ")";
    }

    private String reasons(DiffRow row) {
        double all = row.causes().stream()
                .mapToDouble(cause -> Math.abs((double) cause.nanos()))
                .sum();
        List<String> phrases = new ArrayList<>();
        for (Cause cause : row.causes()) {
            if (phrases.size() < MOST_CAUSES && Math.abs(cause.nanos()) >= WORTH_SAYING * all) {
                phrases.add(phrase(cause, row));
            }
        }
        if (phrases.isEmpty()) {
            return row.code() == Code.CHANGED ? ": its code has changed" : "";
        }
        if (isSameTimePerCall(row.causes(), all)) {
            phrases.add(1, "time per call unchanged");
        }
        boolean said = row.causes().stream()
                .limit(MOST_CAUSES)
                .anyMatch(cause -> cause.kind() == Cause.Kind.SELF && Math.abs(cause.nanos()) >= WORTH_SAYING * all);
        if (row.code() == Code.CHANGED && !said) {
            phrases.add("its code has changed");
        }
        return ": " + String.join("; ", phrases);
    }

    private String phrase(Cause cause, DiffRow row) {
        return switch (cause.kind()) {
            case CALLS ->
                "called " + Amounts.often(cause) + " (" + calls(cause.base()) + " -> " + calls(cause.current()) + ")";
            case SELF -> "its own code" + code(row.code()) + " " + Amounts.takes(cause);
            case CALLEE_CALLS -> calleeCalls(cause, names.brief(cause.callee()));
            case CALLEE_TIME ->
                (row.ofCalls().current() == 0 ? "" : "a call of ") + names.brief(cause.callee()) + " "
                        + Amounts.takes(cause);
            case MEDIANS -> "medians of runs do not add up by " + time(Math.abs(cause.nanos()));
        };
    }

    private static String calleeCalls(Cause cause, String callee) {
        if (cause.base() == 0) {
            return "now calls " + callee;
        }
        return cause.current() == 0 ? "no longer calls " + callee : "calls " + callee + " " + Amounts.often(cause);
    }

    private static String code(Code code) {
        return switch (code) {
            case CHANGED -> ", which has changed,";
            case SAME -> ", unchanged,";
            default -> "";
        };
    }

    /** Whether the first cause is a number of calls, and what these calls cost has next to no part in the change. */
    private static boolean isSameTimePerCall(List<Cause> causes, double all) {
        Cause first = causes.get(0);
        if (first.kind() == Cause.Kind.CALLS) {
            return causes.size() > 1 ? all - Math.abs(first.nanos()) < UNCHANGED * all : true;
        }
        return first.kind() == Cause.Kind.CALLEE_CALLS
                && first.base() != 0
                && first.current() != 0
                && causes.stream()
                        .noneMatch(cause -> cause.kind() == Cause.Kind.CALLEE_TIME
                                && cause.callee() == first.callee()
                                && Math.abs(cause.nanos()) > UNCHANGED * Math.abs(first.nanos()));
    }

    private String calls(double calls) {
        return numbers.count((long) calls);
    }

    private String time(double nanoseconds) {
        return numbers.time(nanoseconds);
    }
}
