package dev.jprof.report.compare;

import dev.jprof.report.view.Nearest;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a comparison is ordered by; what moved most beyond the noise is first. */
public enum DiffOrder {
    /** What begins in a method: in itself, or in how often it calls others. */
    CAUSE("change that begins there"),
    TOTAL("change of cumulative time"),
    SELF("change of internal time"),
    CALLS("change of call count"),
    NAME("name");

    private final String label;

    DiffOrder(String label) {
        this.label = label;
    }

    /** As announced above a list. */
    public String label() {
        return label;
    }

    private List<String> words() {
        return switch (this) {
            case CAUSE -> List.of("cause");
            case TOTAL -> List.of("cumulative", "cumtime");
            case SELF -> List.of("time", "tottime", "self");
            case CALLS -> List.of("calls", "ncalls");
            case NAME -> List.of("name");
        };
    }

    /** A word of {@code --sort}, or what only one of them begins with. */
    public static DiffOrder parse(String word) {
        List<DiffOrder> found = Arrays.stream(values())
                .filter(order -> order.words().stream().anyMatch(whole -> whole.startsWith(word)))
                .toList();
        if (found.size() == 1 && !word.isEmpty()) {
            return found.get(0);
        }
        List<String> all = new ArrayList<>();
        Arrays.stream(values()).forEach(order -> all.addAll(order.words()));
        throw new UsageException("--sort knows no '" + Printable.of(word) + "' here; its keys, nearest first, are "
                + String.join(", ", Nearest.sorted(word, all)));
    }

    /**
     * Greater for what is listed first.
     *
     * @param own what {@link DiffRow#own} is of the row with its causes
     */
    double score(DiffRow row, double own) {
        return switch (this) {
            case CAUSE -> Math.max(0, own - row.ofTotal().noise());
            case TOTAL -> row.ofTotal().moved();
            case SELF -> row.ofSelf().moved();
            case CALLS -> row.ofCalls().moved();
            case NAME -> 0;
        };
    }

    /** Of rows that noise makes alike, the one that moved more. */
    double secondScore(DiffRow row, double own) {
        return switch (this) {
            case CAUSE -> own;
            case TOTAL -> Math.abs((double) row.ofTotal().delta());
            case SELF -> Math.abs((double) row.ofSelf().delta());
            case CALLS -> Math.abs((double) row.ofCalls().delta());
            case NAME -> 0;
        };
    }
}
