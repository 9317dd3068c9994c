package dev.jprof.cli;

import dev.jprof.report.view.Nearest;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An option's value that is one of few words: the constants of an enum in lower case. */
final class Choice {
    private Choice() {}

    static <E extends Enum<E>> E of(String option, String word, E[] constants) {
        List<String> words = new ArrayList<>();
        for (E constant : constants) {
            String valid = constant.name().toLowerCase(Locale.ROOT);
            if (valid.equals(word)) {
                return constant;
            }
            words.add(valid);
        }
        throw unknown(option, word, words);
    }

    static UsageException unknown(String option, String word, List<String> words) {
        return new UsageException(option + " knows no '" + Printable.of(word) + "'; its values, nearest first, are "
                + String.join(", ", Nearest.sorted(word, words)));
    }
}
