package dev.jprof.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Direction;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Questions put both to Python's pstats, all in one process, and to {@link PstatsText}. */
final class PstatsMatrix {
    private static final FileTime CHANGED = FileTime.from(Instant.parse("2026-11-05T03:04:09.75Z"));

    private static final String PRELUDE = """
            import pstats
            def ask(number, files, keys, reverse, verb, restrictions):
                with open(f"{number}.out", "w", encoding="utf-8", errors="replace", newline="\\n") as out:
                    stats = pstats.Stats(*files, stream=out)
                    if keys:
                        stats.sort_stats(*keys)
                    if reverse:
                        stats.reverse_order()
                    getattr(stats, verb)(*restrictions)
            """;

    private final Path folder;
    private final StringBuilder script = new StringBuilder(PRELUDE);
    private final List<String> questions = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    PstatsMatrix(Path folder) {
        this.folder = folder;
    }

    /** What is asked of one Stats object. */
    record Question(List<String> keys, boolean reverse, String verb, List<String> restrictions) {}

    void export(Profile profile, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            new PstatsExporter().write(profile, out);
        }
        Files.setLastModifiedTime(file, CHANGED);
    }

    /** Asks of exported files, and of the profiles that they were exported from. */
    void ask(List<String> files, List<Profile> profiles, Question question) throws IOException {
        String call = "ask(%d, %s, %s, %s, %s, [%s])\n"
                .formatted(
                        answers.size(),
                        list(files),
                        list(question.keys()),
                        question.reverse() ? "True" : "False",
                        literal(question.verb()),
                        String.join(
                                ", ",
                                question.restrictions().stream()
                                        .map(PstatsMatrix::restriction)
                                        .toList()));
        script.append(call);
        questions.add(call);
        answers.add(answer(files, profiles, question));
    }

    /** Compares all answers, byte for byte. */
    void check(Python3 python) throws Exception {
        python.run(folder, script.toString());
        for (int i = 0; i < answers.size(); i++) {
            byte[] expected = Files.readAllBytes(folder.resolve(i + ".out"));
            assertThat(new String(answers.get(i).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                    .as(questions.get(i))
                    .isEqualTo(new String(expected, StandardCharsets.ISO_8859_1));
        }
    }

    int size() {
        return answers.size();
    }

    private static String answer(List<String> files, List<Profile> profiles, Question question) throws IOException {
        StringBuilder out = new StringBuilder();
        SortOrder order = SortOrder.parse(question.keys(), question.reverse());
        List<Restriction> restrictions =
                question.restrictions().stream().map(Restriction::parse).toList();
        PstatsText text = new PstatsText(PstatsTable.of(profiles), order, restrictions, out);
        switch (question.verb()) {
            case "print_callers" -> text.relatives(Direction.CALLERS);
            case "print_callees" -> text.relatives(Direction.CALLEES);
            default -> {
                List<String> sources = files.stream()
                        .map(file -> PstatsSource.line(CHANGED, file))
                        .toList();
                text.stats(PstatsSource.ordered(sources));
            }
        }
        return out.toString();
    }

    private static String restriction(String text) {
        return text.matches("[0-9.e-]+") ? text : literal(text);
    }

    private static String list(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(PstatsMatrix::literal).toList()) + "]";
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
