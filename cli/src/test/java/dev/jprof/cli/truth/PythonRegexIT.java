package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.view.PythonRegex;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether regular expressions find what Python's find, and are refused where Python refuses them. */
class PythonRegexIT {
    private static final List<String> TEXTS = List.of(
            "{java.lang.Math.sin}",
            "Work.java:30(com.acme.Work.fib)",
            "aab",
            "A-b]1\u0001",
            "größe.Größe.zähle",
            "a\nb\n");
    private static final String[] PARTS = {
        "a",
        "b",
        "A",
        "ö",
        "1",
        ".",
        "-",
        "]",
        "}",
        "{",
        "{2}",
        "{,2}",
        "{1,}",
        "{2,1}",
        "{java",
        ",",
        "*",
        "+",
        "?",
        "|",
        "(",
        "(",
        ")",
        ")",
        "[",
        "[^",
        "]",
        "^",
        "$",
        "\\b",
        "\\A",
        "\\Z",
        "\\d",
        "\\W",
        "\\s",
        "\\1",
        "\\2",
        "\\01",
        "\\141",
        "\\x61",
        "\\u0061",
        "\\U00000061",
        "\\N{LATIN SMALL LETTER A}",
        "\\h",
        "\\e",
        "\\R",
        "\\z",
        "\\.",
        "\\-",
        "\\v",
        "\\n",
        "a-z",
        "(?:",
        "(?i)",
        "(?s)",
        "(?m)",
        "(?a)",
        "(?x)",
        "(?i:",
        "(?-i:",
        "(?s-i:",
        "(?=",
        "(?!",
        "(?<=a)",
        "(?<!b)",
        "(?>",
        "(?P<n_1>",
        "(?P=n_1)",
        "(?<n>",
        "(?#c)",
        "[&&a]",
        "[[a]",
        " ",
        "#"
    };

    @TempDir
    private Path folder;

    @BeforeAll
    static void python_is_there() throws InterruptedException {
        // Possessive repetitions, and no flags in the middle, came with this version.
        Python3.require("sys.version_info >= (3, 11)");
    }

    @Test
    void generated_expressions_find_what_pythons_find() throws Exception {
        List<String> regexes =
                IntStream.range(0, 10_000).mapToObj(PythonRegexIT::generated).toList();
        List<String> pythons = pythons(regexes);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < regexes.size(); i++) {
            String found = found(regexes.get(i));
            if (!found.equals(pythons.get(i))) {
                different.add(regexes.get(i) + ": " + found + ", and Python " + pythons.get(i));
            }
        }

        assertThat(different).isEmpty();
        assertThat(pythons).filteredOn(found -> !found.equals("refused")).hasSizeGreaterThan(3_000);
    }

    /** Mostly with all groups closed, or Python would refuse nearly all. */
    private static String generated(int seed) {
        Random random = new Random(seed);
        StringBuilder regex = new StringBuilder();
        int open = 0;
        for (int part = 1 + random.nextInt(6); part > 0; part--) {
            String next = PARTS[random.nextInt(PARTS.length)];
            open += next.startsWith("(") && !next.endsWith(")") ? 1 : next.equals(")") ? -1 : 0;
            regex.append(next);
        }
        return regex + (random.nextInt(5) > 0 ? ")".repeat(Math.max(0, open)) : "");
    }

    private static String found(String regex) {
        try {
            StringBuilder found = new StringBuilder();
            for (String text : TEXTS) {
                found.append(PythonRegex.compile(regex).matcher(text).find() ? '1' : '0');
            }
            return found.toString();
        } catch (UsageException refused) {
            return "refused";
        }
    }

    private List<String> pythons(List<String> regexes) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("find.py"), """
                import re, sys, warnings
                warnings.simplefilter("ignore")
                texts = open("texts", encoding="utf-8", newline="").read().split("\\0")
                for regex in open("regexes", encoding="utf-8", newline="").read().split("\\0"):
                    try:
                        compiled = re.compile(regex)
                        print("".join("1" if compiled.search(text) else "0" for text in texts))
                    except re.error:
                        print("refused")
                """);
        Files.writeString(folder.resolve("texts"), String.join("\0", TEXTS));
        Files.writeString(folder.resolve("regexes"), String.join("\0", regexes));
        Path out = folder.resolve("out");
        Process python = new ProcessBuilder("python3", "-X", "utf8", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(out);
    }
}
