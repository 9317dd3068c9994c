package dev.jprof.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.export.PstatsMatrix.Question;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.SampleProfiles;
import dev.jprof.report.view.Direction;
import dev.jprof.report.view.SortOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PstatsTextTest {
    private static final List<List<String>> ORDERS = orders();
    private static final List<String> VERBS = List.of("print_stats", "print_callers", "print_callees");
    private static final List<List<String>> RESTRICTIONS = List.of(
            List.of(),
            List.of("0"),
            List.of("1"),
            List.of("3"),
            List.of("1000000000000"),
            List.of("0.5"),
            List.of(".25"),
            List.of("1e-05"),
            List.of("0.0"),
            List.of("1.0"),
            List.of("run"),
            List.of("{java"),
            List.of("it's"),
            List.of("[.]\\w+", "4", "0.5"),
            List.of("0.9", "init|σ", "2"),
            List.of("^Main.java:\\d{1,2}\\(", "\"|'"),
            List.of("nothing is called so"));

    @TempDir
    private Path folder;

    @Test
    void every_sort_key_restriction_and_listing_of_real_looking_profiles_is_printed_as_python_prints_it()
            throws Exception {
        PstatsMatrix matrix = new PstatsMatrix(folder);
        Profile profile = SampleProfiles.small();
        matrix.export(profile, "small.prof");
        for (List<String> order : ORDERS) {
            for (List<String> restrictions : RESTRICTIONS) {
                for (String verb : VERBS) {
                    boolean reverse = matrix.size() % 3 == 0;
                    Question question = new Question(order, reverse, verb, restrictions);
                    matrix.ask(List.of("small.prof"), List.of(profile), question);
                }
            }
        }

        matrix.check(Python3.required());

        assertThat(matrix.size()).isGreaterThan(900);
    }

    @Test
    void random_profiles_with_hostile_names_are_printed_as_python_prints_them() throws Exception {
        PstatsMatrix matrix = new PstatsMatrix(folder);
        List<String> names = new ArrayList<>();
        List<Profile> profiles = new ArrayList<>();
        Random random = new Random(20261122);
        for (int seed = 0; seed < 150; seed++) {
            Profile profile = RandomProfiles.profile(seed);
            if (!profile.threads().isEmpty()
                    && profile.tree().size() > profile.threads().size()) {
                names.add(seed + ".prof");
                profiles.add(profile);
                matrix.export(profile, seed + ".prof");
            }
        }
        for (int i = 0; i < 1500; i++) {
            int from = random.nextInt(names.size() - 3);
            int to = from + (i % 3 == 0 ? 3 : 1);
            matrix.ask(names.subList(from, to), profiles.subList(from, to), anyQuestion(random));
        }

        matrix.check(Python3.required());
    }

    @Test
    void an_empty_profile_has_a_header_and_no_table() throws IOException {
        StringBuilder out = new StringBuilder();
        PstatsTable empty = PstatsTable.of(List.of(SampleProfiles.empty()));
        PstatsText text = new PstatsText(empty, SortOrder.parse(List.of("time"), false), List.of(), out);

        text.stats(List.of());
        text.relatives(Direction.CALLERS);

        assertThat(out).hasToString("         0 function calls in 0.000 seconds\n\n");
    }

    private static Question anyQuestion(Random random) {
        return new Question(
                ORDERS.get(random.nextInt(ORDERS.size())),
                random.nextBoolean(),
                VERBS.get(random.nextInt(VERBS.size())),
                RESTRICTIONS.get(random.nextInt(RESTRICTIONS.size())));
    }

    private static List<List<String>> orders() {
        List<List<String>> orders = new ArrayList<>();
        orders.add(List.of());
        SortOrder.wordsOfPstats().forEach(word -> orders.add(List.of(word)));
        orders.add(List.of("cu", "na"));
        orders.add(List.of("ti", "f", "l"));
        orders.add(List.of("pc", "stdname"));
        orders.add(List.of("nc", "nfl"));
        return orders;
    }
}
