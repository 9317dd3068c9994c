package dev.jprof.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The phases of {@code attach --mode both}: pairs of one with probes and one that is sampled without, either of which comes first by
 * chance, so that a program which changes as it goes changes both alike.
 *
 * @param sampled of each phase, in their order, whether it is sampled
 * @param millis how long each is
 */
record Phases(List<Boolean> sampled, long millis) {
    private static final long LONGEST_PAIR_MILLIS = 6000;

    Phases {
        sampled = List.copyOf(sampled);
    }

    /** @param all how long all phases are together */
    static Phases of(long all, Random random) {
        long pairs = (all + LONGEST_PAIR_MILLIS - 1) / LONGEST_PAIR_MILLIS;
        List<Boolean> sampled = new ArrayList<>();
        for (long pair = 0; pair < pairs; pair++) {
            boolean first = random.nextBoolean();
            sampled.add(first);
            sampled.add(!first);
        }
        return new Phases(sampled, Math.max(1, all / sampled.size()));
    }

    long allMillis() {
        return sampled.size() * millis;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d phases of %.1f s, half of them with probes, half sampled without",
                sampled.size(),
                millis / 1e3);
    }
}
