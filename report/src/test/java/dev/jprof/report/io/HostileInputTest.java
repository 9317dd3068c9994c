package dev.jprof.report.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jprof.report.model.RandomProfiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no profiles: each is refused in one line that says what it is, where, and what to do. */
class HostileInputTest {
    @TempDir
    private Path folder;

    private RefusedFiles files;

    @BeforeEach
    void inFolder() {
        files = new RefusedFiles(folder);
    }

    @Test
    void the_profile_that_the_others_are_made_of_is_good() throws IOException {
        assertThat(ProfileReader.read(files.json(RefusedFiles.GOOD)).tree().total(0))
                .isEqualTo(12);
    }

    @Test
    void no_file() {
        RefusedFiles.assertRefused(folder.resolve("none.json"), "no such file; record one with: jprof run -- java ...");
    }

    @Test
    void a_directory() {
        RefusedFiles.assertRefused(folder, "is a directory; name the profile.json in it");
    }

    @Test
    void a_file_within_a_file() throws IOException {
        RefusedFiles.assertRefused(
                files.json(RefusedFiles.GOOD).resolve("p.json"), "can't be read (Not a directory); name another file");
    }

    @Test
    void an_empty_file() throws IOException {
        RefusedFiles.assertRefused(files.json(""), "is empty; record it again");
        RefusedFiles.assertRefused(files.packed(new byte[0]), "is empty; record it again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "<html>",
                "#!/bin/sh",
                "main;a;b 12",
                "]]]]",
                "'a'",
                "\u0000\u0001",
                " ",
                "{a:1}",
                "{\"a\u0007"
            })
    void not_json(String content) throws IOException {
        RefusedFiles.assertRefused(files.json(content), "not a jprof profile: ", "name a profile.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1, 2] | it is JSON, but not an object",
                "\"text\" | it is JSON, but not an object",
                "null | it is JSON, but not an object",
                "{} | it is an empty JSON object",
                "{\"$schema\": \"https://www.speedscope.app/file-format-schema.json\"} | its first key is \"$schema\", not \"format\"",
                "{\"name\": \"left-pad\", \"version\": \"1.0.0\"} | its first key is \"name\", not \"format\"",
                "{\"traceEvents\": []} | its first key is \"traceEvents\", not \"format\"",
                "{\"format\": 1} | its \"format\" is not \"jprof/1\"",
                "{\"format\": \"jprof/0\"} | its \"format\" is not \"jprof/1\"",
                "{\"format\": \"jfr\"} | its \"format\" is not \"jprof/1\""
            })
    void json_of_another_kind(String content, String problem) throws IOException {
        RefusedFiles.assertRefused(files.json(content), "not a jprof profile: ", problem, "; name a profile.json");
    }

    @Test
    void a_newer_format() throws IOException {
        RefusedFiles.assertRefused(
                files.json("{\"format\": \"jprof/2\", \"nodes\": 7}"),
                "format jprof/2 is newer than this jprof reads (jprof/1); update jprof");
    }

    @Test
    void a_file_of_another_tool() throws IOException {
        RefusedFiles.assertRefused(files.json("FLR\0\0\2\0\1"), "is a JFR recording");
        RefusedFiles.assertRefused(files.json("PK\3\4abc"), "is a zip or jar archive");
        RefusedFiles.assertRefused(files.json("JAVA PROFILE 1.0.2\0"), "is a heap dump");
        RefusedFiles.assertRefused(bytes(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61), "is a Java class file");
        RefusedFiles.assertRefused(bytes('{', '(', 3, 0, 0, 0), "is a Python profile");
        RefusedFiles.assertRefused(bytes(0xfb, 0xa9, 3, 0xda), "is a Python profile");
        RefusedFiles.assertRefused(
                files.packed(Files.readAllBytes(files.packed(new byte[1]))), "is gzip-compressed twice");
    }

    @Test
    void binary_garbage() throws IOException {
        RefusedFiles.assertRefused(bytes(0x80, 0xff, 0xfe, 0, 1, 2), "not a jprof profile");
        RefusedFiles.assertRefused(bytes(0, 0, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff), "not a jprof profile");
    }

    @Test
    void a_file_cut_off_anywhere() throws IOException {
        byte[] good = RefusedFiles.GOOD.strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < good.length; length++) {
            Path cut = folder.resolve("cut.json");
            Files.write(cut, Arrays.copyOf(good, length));
            RefusedFiles.assertRefused(
                    cut, length < 20 ? "" : "ends too early; it was cut off, copy or record it again");
        }
    }

    @Test
    void a_packed_file_cut_off_anywhere() throws IOException {
        byte[] packed = Files.readAllBytes(files.packed(RefusedFiles.GOOD.getBytes(StandardCharsets.UTF_8)));
        for (int length = 2; length < packed.length; length++) {
            Path cut = folder.resolve("cut.json.gz");
            Files.write(cut, Arrays.copyOf(packed, length));
            RefusedFiles.assertRefused(cut, "ends too early; it was cut off, copy or record it again");
        }
    }

    @Test
    void damaged_gzip_data() throws IOException {
        Path file = files.packed(RefusedFiles.GOOD.getBytes(StandardCharsets.UTF_8));
        byte[] packed = Files.readAllBytes(file);
        packed[packed.length - 6] ^= 1;
        Files.write(file, packed);

        RefusedFiles.assertRefused(file, "damaged gzip data; copy or record it again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"parent\": [-1, 0] | \"parent\": [-1, 1] | /nodes/parent/1 (line 5, column 27): parent 1 does not stand before its node",
                "\"parent\": [-1, 0] | \"parent\": [-1, -2] | /nodes/parent/1 (line 5, column 27): -2 is out of range",
                "\"parent\": [-1, 0] | \"parent\": [-1, -1] | /nodes/method/1: a root has method -1",
                "\"parent\": [-1, 0] | \"parent\": [-1] | /nodes/method: 2 values, but 1 parents",
                "\"parent\": [-1, 0] | \"parent\": [-1, 0.0] | /nodes/parent/1 (line 5, column 27): an integer is missing here",
                "\"parent\": [-1, 0] | \"parent\": [-1, [0]] | an integer is missing here",
                "\"parent\": [-1, 0] | \"parent\": 3 | /nodes/parent (line 5, column 22): an array is missing here",
                "\"parent\": [-1, 0] | \"other\": [-1, 0] | /nodes/parent: the column is missing",
                "\"method\": [-1, 0] | \"method\": [-1, 1] | /nodes/method/1 (line 5, column 46): 1 is out of range -1 to 0",
                "\"method\": [-1, 0] | \"method\": [0, 0] | /nodes/method/0: a root has method -1",
                "\"calls\": [0, 2] | \"calls\": [0, -2] | /nodes/calls/1 (line 5, column 63): -2 is out of range 0",
                "\"calls\": [0, 2] | \"calls\": [0] | /nodes/calls: 1 values, but 2 parents",
                "\"calls\": [0, 2] | \"calls\": [0, null] | an integer is missing here",
                "\"calls\": [0, 2] | \"calls\": [0, 1e3] | an integer is missing here",
                "\"calls\": [0, 2] | \"calls\": [9223372036854775807, 2] | the sum of the column does not fit into 64 bits",
                "\"calls\": [0, 2] | \"calls\": [0, 9223372036854775808] | the number does not fit into 64 bits",
                "\"calls\": [0, 2], | `` | /nodes/calls: the column is missing",
                "\"calls\": [0, 2] | \"calls\": [0, 2], \"calls\": [0, 2] | /nodes/calls (line 5, column 67): the key stands twice",
                "\"root\": 0 | \"root\": 1 | /threads/0/root: node 1 is not a root",
                "\"root\": 0 | \"root\": 9 | /threads/0/root: node 9 is not a root",
                "\"id\": 1 | \"id\": -1 | -1 is out of range 0",
                "\"id\": 1, | `` | /threads/0 (line 4, column 41): \"id\" is missing",
                "\"root\": 0} | \"root\": 0, \"threads\": 0} | 0 is out of range 1",
                "{\"name\": \"main\", \"id\": 1, \"root\": 0} | `` | /nodes/parent/0: a root that belongs to no thread",
                "\"root\": 0} | \"root\": 0}, {\"name\": \"b\", \"id\": 2, \"root\": 0} | /threads/1/root: node 0 is the root of two threads",
                "\"class\": \"A\" | \"class\": 1 | /methods/0/class (line 3, column 24): text is missing here",
                "\"class\": \"A\", | `` | /methods/0 (line 3, column 84): \"class\" is missing",
                "\"name\": \"a\" | \"name\": \"\" | /methods/0/name (line 3, column 37): the text is empty",
                "\"line\": 3 | \"line\": 2147483648 | 2147483648 is out of range 0 to 2147483647",
                "\"kind\": \"java\" | \"kind\": \"JAVA\" | \"JAVA\" is not java, jdk, span or synthetic",
                "\"timed\": true | \"timed\": 1 | true or false is missing here",
                "\"unit\": \"ns\" | \"unit\": \"ms\" | /metrics/1 (line 2, column 79): the unit of \"self\" is ns",
                "\"name\": \"self\" | \"name\": \"calls\" | \"calls\"",
                "\"name\": \"self\" | \"name\": \"parent\" | metric \"parent\" can't be listed",
                "\"metrics\": [ | \"metrics\": [3, | /metrics/0 (line 2, column 14): an object is missing here",
                "\"wallNs\": 1 | \"wallNs\": -1 | /meta/wallNs (line 1, column 42): -1 is out of range 0",
                "\"wallNs\": 1 | \"wallNs\": \"1\" | an integer is missing here",
                "\"wallNs\": 1 | \"probeNs\": -0.5 | a number, not negative, is missing here",
                "\"wallNs\": 1 | \"probeNs\": NaN | not valid JSON",
                "\"wallNs\": 1 | \"x\": 1e999 | the number is too large",
                "\"wallNs\": 1 | \"tool\": 1 | /meta/tool (line 1, column 40): text is missing here",
                "\"wallNs\": 1 | \"jvm\": [] | an object is missing here",
                "\"skipped\": [] | \"skipped\": {} | an array is missing here",
                "\"meta\": {\"wallNs\": 1, \"skipped\": []}, | `` | /meta: the key is missing",
                "\"meta\": | \"meta\": {}, \"meta\": | the key stands twice",
                "\"methods\": | \"rows\": | \"metrics\" and \"methods\" must stand before \"nodes\"",
                "\"nodes\": | \"tree\": | /nodes: the key is missing",
                "\"nodes\": | \"nodes\": 7, \"n\": | /nodes (line 5, column 11): an object is missing here",
                "[5, 7]}} | [5, 7]}} x | not valid JSON",
                "[5, 7]}} | [5, 7]}} {} | something follows the end of the profile",
                "[5, 7]}} | [5, 7,]}} | not valid JSON",
                "[5, 7]}} | [5, 07]}} | not valid JSON",
            })
    void a_damaged_profile(String good, String bad, String problem) throws IOException {
        assertThat(RefusedFiles.GOOD).contains(good);

        RefusedFiles.assertRefused(
                files.json(RefusedFiles.GOOD.replace(good, bad)), "damaged profile at ", problem, "; record it again");
    }

    @Test
    void line_breaks_and_escapes_in_names_stay_in_one_line() throws IOException {
        RefusedFiles.assertRefused(
                files.json("{\"a\\n\\u001b[31m\\u202e\": 1}"), "first key is \"a\\u000a\\u001b[31m\\u202e\"");
    }

    @Test
    void thousands_of_mutants_are_read_or_refused() throws IOException {
        Random random = new Random(42);
        Path original = folder.resolve("original.json");
        Path mutant = folder.resolve("mutant.json");
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            if (round % 100 == 0) {
                ProfileWriter.write(RandomProfiles.profile(round), original);
            }
            byte[] bytes = Files.readAllBytes(original);
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                mutate(bytes, random);
            }
            Files.write(mutant, bytes);
            Throwable thrown = catchThrowable(() -> ProfileReader.read(mutant));
            if (thrown != null) {
                refused++;
                assertThat(thrown).as("round %d", round).isInstanceOf(ProfileFormatException.class);
                assertThat(thrown.getMessage()).as("round %d", round).doesNotContain("\n");
            }
        }
        assertThat(refused).isBetween(1500, 2999);
    }

    private static void mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] = (byte) "{}[]\",:-0123456789.eE\\ntf".charAt(random.nextInt(25));
            case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            default -> bytes[at] = bytes[random.nextInt(bytes.length)];
        }
    }

    private Path bytes(int... values) throws IOException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Files.write(folder.resolve("p.json"), bytes);
    }
}
