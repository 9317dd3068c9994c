package dev.jprof.report.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.model.CallTree;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns whose integers are taken before the JSON parser sees them: the same numbers, and the same errors at the same places. */
class IntegersAheadTest {
    private static final String HEAD = """
            {"format": "jprof/1", "meta": {"wallNs": 1},
             "metrics": [{"name": "calls", "unit": "count"}, {"name": "self", "unit": "ns"}],
             "methods": [{"class": "[A", "name": "a[", "desc": "([I)V", "line": 3, "kind": "java", "timed": true}],
             "threads": [{"name": "[main]", "id": 1, "root": 0}],
             "nodes": {""";

    @TempDir
    private Path folder;

    /** Whatever white space there is, wherever a buffer ends. */
    @RepeatedTest(40)
    void numbers_are_read_as_they_stand(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = 1 + random.nextInt(30_000);
        List<Long> calls = numbers(random, size);
        List<Long> self = numbers(random, size);
        CallTree tree = ProfileReader.read(file(HEAD + chain(size) + column(random, "calls", calls) + ", "
                        + column(random, "self", self) + "}}"))
                .tree();
        assertThat(tree.size()).isEqualTo(size + 1);
        for (int node = 0; node < size; node++) {
            assertThat(tree.calls(node + 1)).isEqualTo(calls.get(node));
            assertThat(tree.self(node + 1)).isEqualTo(self.get(node));
        }
    }

    /** What is wrong is found where it stands, in lines and columns that the parser itself has not counted. */
    @RepeatedTest(40)
    void a_mistake_is_found_where_it_stands(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = 2 + random.nextInt(20_000);
        List<Long> self = numbers(random, size);
        int place = random.nextInt(size);
        self.set(place, -7L);
        String text = HEAD + chain(size) + column(random, "calls", numbers(random, size)) + ", "
                + column(random, "self", self) + "}}";
        int at = text.indexOf("-7", text.indexOf("\"self\": "));
        String before = text.substring(0, at);
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        int column = at - before.lastIndexOf('\n');
        assertRefused(
                text,
                "at /nodes/self/" + (place + 1) + " (line " + line + ", column " + column
                        + "): -7 is out of range 0 to 9223372036854775807");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,| not valid JSON",
                "1,,2| not valid JSON",
                "01,2| not valid JSON",
                "1,02| not valid JSON",
                "1 2| not valid JSON",
                "1,-,2| not valid JSON",
                "1,+2| not valid JSON",
                "1,2.5| an integer is missing here",
                "1,2e1| an integer is missing here",
                "1,\"2\"| an integer is missing here",
                "1,[2]| an integer is missing here",
                "1,null| an integer is missing here",
                "1,9223372036854775808| the number does not fit into 64 bits",
                "1,99999999999999999999999999| the number does not fit into 64 bits",
                "1,9223372036854775807| the sum of the column does not fit into 64 bits",
                "1,-1| -1 is out of range 0 to 9223372036854775807",
                "1,2,3| /nodes/self: 3 values, but 2 parents",
                "1| /nodes/self: 1 values, but 2 parents",
            })
    void what_is_no_plain_integer_is_the_parsers(String numbers, String problem) throws IOException {
        String text = HEAD + "\"parent\":[-1,0],\"method\":[-1,0],\"calls\":[0,1],\"self\":[" + numbers + "]}}";
        assertRefused(text, problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,9223372036854775807", "-0,5", "0 ,\r\n\t 5", "0,1000000000000000000"})
    void odd_but_valid(String numbers) throws IOException {
        String text = HEAD + "\"parent\":[-1,0],\"method\":[-1,0],\"calls\":[0,1],\"self\":[" + numbers + "]}}";
        assertThat(ProfileReader.read(file(text)).tree().self(1)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void other_encodings(String charset) throws IOException {
        String text = HEAD + "\"parent\":[-1,0],\"method\":[-1,0],\"calls\":[0,12345],\"self\":[1,23456]}}";
        Path file = Files.write(folder.resolve("p.json"), text.getBytes(Charset.forName(charset)));
        assertThat(ProfileReader.read(file).tree().calls(1)).isEqualTo(12_345);
    }

    @Test
    void a_column_that_is_not_needed_is_passed_over() throws IOException {
        String text =
                HEAD + "\"parent\":[-1,0],\"other\":[1,2,-3,4],\"method\":[-1,0],\"calls\":[0,1],\"self\":[2,x]}}";
        assertRefused(text, "not valid JSON");
        assertThat(ProfileReader.read(file(text.replace("x", "3"))).tree().self(1))
                .isEqualTo(3);
    }

    @Test
    void places_in_arrays_behind_a_column_that_is_passed_over_are_not_shifted() throws IOException {
        Path file = file(
                HEAD.replace("\"meta\": {\"wallNs\": 1}", "\"x\": [1,2,3,4], \"meta\": {\"skipped\": [\"a\", 1e999]}"));

        assertThatThrownBy(() -> ProfileReader.read(file))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessageContaining("at /meta/skipped/1 (line 1, ");
    }

    private void assertRefused(String text, String problem) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> ProfileReader.read(file))
                .isInstanceOf(ProfileFormatException.class)
                .message()
                .startsWith(file + ": damaged profile at /nodes/self")
                .contains(problem);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("p.json"), text, StandardCharsets.UTF_8);
    }

    /** Parents and methods of a path of {@code size} calls below the thread. */
    private static String chain(int size) {
        StringBuilder parents = new StringBuilder("\"parent\": [-1");
        StringBuilder methods = new StringBuilder("\"method\": [-1");
        for (int node = 0; node < size; node++) {
            parents.append(", ").append(node);
            methods.append(",0");
        }
        return parents + "],\n" + methods + "], ";
    }

    private static List<Long> numbers(Random random, int size) {
        List<Long> numbers = new ArrayList<>();
        int zeros = random.nextInt(size + 1);
        for (int i = 0; i < size; i++) {
            numbers.add(i < zeros ? 0 : random.nextLong(1L << random.nextInt(45)));
        }
        return numbers;
    }

    /** Behind the 0 of the thread. */
    private static String column(Random random, String name, List<Long> numbers) {
        List<String> gaps = List.of("", "", "", " ", "\n", "\r\n", "\t", " \n\n ", " ".repeat(200));
        int kinds = 1 + random.nextInt(gaps.size());
        StringBuilder text = new StringBuilder("\"" + name + "\": [0");
        for (long number : numbers) {
            text.append(',').append(gaps.get(random.nextInt(kinds))).append(number);
        }
        return text.append(']').toString();
    }
}
