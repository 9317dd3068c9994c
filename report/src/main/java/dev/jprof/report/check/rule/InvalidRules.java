package dev.jprof.report.check.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that can't be followed, with every mistake that was found in them. */
public final class InvalidRules extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    public InvalidRules(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    InvalidRules(Place place, String problem, String hint) {
        this(List.of(new Mistake(place, problem, hint)));
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
