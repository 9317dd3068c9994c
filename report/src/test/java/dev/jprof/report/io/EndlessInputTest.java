package dev.jprof.report.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files without an end or of sizes that no memory holds: each ends in one line, early. */
class EndlessInputTest {
    @TempDir
    private Path folder;

    private RefusedFiles files;

    @BeforeEach
    void inFolder() {
        files = new RefusedFiles(folder);
    }

    @Test
    void nesting_names_texts_and_numbers_without_end() throws IOException {
        String tooLong = "text, a number or a level too long or too deep for a profile";
        RefusedFiles.assertRefused(
                files.json(RefusedFiles.GOOD.replace("\"wallNs\": 1", "\"x\": " + "[".repeat(100) + "]".repeat(100))),
                tooLong);
        RefusedFiles.assertRefused(
                files.json(RefusedFiles.GOOD.replace("\"wallNs\"", "\"" + "x".repeat(1000) + "\"")), tooLong);
        RefusedFiles.assertRefused(
                files.json(RefusedFiles.GOOD.replace("\"class\": \"A\"", "\"class\": \"" + "A".repeat(100_000) + "\"")),
                tooLong);
        RefusedFiles.assertRefused(
                files.json(RefusedFiles.GOOD.replace("\"wallNs\": 1", "\"x\": " + "9".repeat(100))), tooLong);
    }

    @Test
    void a_gigabyte_of_brackets_is_refused_at_the_seventeenth() throws IOException {
        Path arrays = gigabyte("", '[');
        Path deep = gigabyte("{\"format\":\"jprof/1\",\"x\":", '[');

        long start = System.nanoTime();
        RefusedFiles.assertRefused(arrays, "not a jprof profile: it is JSON, but not an object");
        RefusedFiles.assertRefused(deep, "too deep for a profile");

        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test
    void a_gzip_bomb_ends_early() throws IOException {
        Path bomb = gigabyte("{\"format\":\"jprof/1\",\"x\":", ' ');

        RefusedFiles.assertRefused(bomb, "expands more than 200 times when unpacked");
    }

    @Test
    void zeros_of_an_honest_profile_are_no_bomb() throws IOException {
        Path file = folder.resolve("zeros.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(RefusedFiles.GOOD
                    .replace("\"nodes\": {", "\"nodes\": {\"x\": [0" + ",0".repeat(5_000_000) + "], ")
                    .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Files.size(file)).isLessThan(10_000_000 / 200);
        assertThat(ProfileReader.read(file).tree().size()).isEqualTo(2);
    }

    @Test
    void more_rows_than_memory_end_with_a_message() throws IOException {
        MemoryBudget small = new MemoryBudget(3000);

        assertThat(small.take(900)).isTrue();
        assertThat(small.take(200)).isFalse();
    }

    /** About a megabyte on disk: gzip members may follow each other. */
    private Path gigabyte(String start, char filler) throws IOException {
        Path first = files.packed(start.getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("gigabyte" + (int) filler + start.length() + ".json.gz");
        byte[] block = new byte[1 << 24];
        Arrays.fill(block, (byte) filler);
        byte[] head = Files.readAllBytes(first);
        byte[] member = Files.readAllBytes(files.packed(block));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(head);
            for (int blocks = 0; blocks < 64; blocks++) {
                out.write(member);
            }
        }
        return file;
    }
}
