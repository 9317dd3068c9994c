package dev.jprof.cli.shell;

import dev.jprof.report.compare.Diff;
import dev.jprof.report.compare.DiffOrder;
import dev.jprof.report.compare.Run;
import dev.jprof.report.compare.Sides;
import dev.jprof.report.compare.format.DiffHead;
import dev.jprof.report.compare.format.DiffText;
import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.match.Comparability;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.PathCuts;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.Tree;
import dev.jprof.report.view.UsageException;
import dev.jprof.report.view.format.TextReport;
import dev.jprof.report.view.format.TextTree;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What pstats has not: the tree, the comparison and the page of what is loaded.
 *
 * @param name what it is called
 */
record Views(Setting setting, Tables tables, String name) {
    private static final String PERCENT = "[0-9]+(\\.[0-9]*)?|\\.[0-9]+";
    private static final String COUNTS = "--counts";
    private static final String FORCE = "--force";

    /** Words: the least share in percent, and what paths must lead through. */
    void tree(List<String> words, Writer out) throws IOException {
        double least = 1;
        List<String> focus = new ArrayList<>();
        for (String word : words) {
            if (word.matches(PERCENT)) {
                least = Double.parseDouble(word);
            } else {
                focus.add(word);
            }
        }
        if (least > 100) {
            throw new UsageException(least + " is no share from 0 to 100 percent");
        }
        PathCuts cuts = new PathCuts(List.of(), focus, List.of(), List.of());
        TextReport text = setting.text();
        List<String> scope = new ArrayList<>(text.scope());
        scope.addAll(cuts.scope());
        Tree tree = Tree.of(tables.shown(focus), least, Tree.DEAREST);
        new TextTree(new TextReport(text.numbers(), scope, text.bold()), setting.boxes()).write(tree, List.of(), out);
    }

    /** Words: the file of the base, what to compare all the same, and which rows. */
    void diff(List<String> words, Writer out) throws IOException {
        if (words.isEmpty()) {
            throw new UsageException("which base? 'help diff' says how");
        }
        boolean counts = words.contains(COUNTS);
        List<String> selection = words.stream()
                .skip(1)
                .filter(word -> !word.equals(COUNTS) && !word.equals(FORCE))
                .toList();
        List<Restriction> restrictions =
                Arguments.of(selection.isEmpty() ? List.of("20") : selection).readable();
        Sides sides = new Sides();
        sides.addBase(run(ProfileReader.read(Loaded.of(words.get(0)))));
        sides.addCurrent(run(tables.read()));
        Comparability found = setting.checked(sides, counts, words.contains(FORCE));
        Diff diff = Diff.of(sides, DiffOrder.parse(counts ? "calls" : "cause"), restrictions, counts);
        DiffHead head = new DiffHead(
                words.get(0), name, found, sides.overflowed(), sides.unprobed(), sides.otherNames(), counts);
        new DiffText(head, setting.text().numbers(), setting.text().bold()).write(diff, out);
    }

    private Run run(Profile read) {
        return Run.of(setting.comparable(read));
    }

    void html(String file) throws IOException {
        Path page = Loaded.of(file.isEmpty() ? "report.html" : file);
        setting.save(
                HtmlPage.of(
                        tables.shown(List.of()), String.valueOf(Path.of(name).getFileName())),
                Path.of(name),
                page);
    }
}
