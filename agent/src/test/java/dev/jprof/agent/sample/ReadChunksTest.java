package dev.jprof.agent.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadChunksTest {
    @TempDir
    private Path folder;

    private final ReadChunks read = new ReadChunks();

    @Test
    void chunks_that_the_last_recording_had_are_cut_off() throws IOException {
        assertThat(left(1, 2)).containsExactly(1, 2);
        assertThat(left(2, 3, 4)).containsExactly(3, 4);
        assertThat(left(4)).isEmpty();
    }

    @Test
    void recordings_that_share_none_stay_whole() throws IOException {
        assertThat(left(1, 2)).containsExactly(1, 2);
        assertThat(left(3)).containsExactly(3);
    }

    @Test
    void what_is_no_recording_is_left_to_the_reader_who_says_so() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.jfr"));

        assertThat(read.cutFrom(file.toFile())).isTrue();
    }

    /** Which chunks, by when they begin, are left of a recording. */
    private int[] left(int... begins) throws IOException {
        Path file = folder.resolve("recording.jfr");
        ByteBuffer chunks = ByteBuffer.allocate(
                IntStream.of(begins).map(ReadChunksTest::size).sum());
        for (int begin : begins) {
            int at = chunks.position();
            chunks.putLong(at + 8, size(begin)).putLong(at + 48, begin).position(at + size(begin));
        }
        Files.write(file, chunks.array());
        boolean some = read.cutFrom(file.toFile());

        ByteBuffer kept = ByteBuffer.wrap(Files.readAllBytes(file));
        IntStream.Builder found = IntStream.builder();
        for (int at = 0; at < kept.limit(); at += (int) kept.getLong(at + 8)) {
            found.add((int) kept.getLong(at + 48));
        }
        assertThat(some).isEqualTo(kept.limit() > 0);
        return found.build().toArray();
    }

    /** Some are larger than what is read at a time, and the last is not the largest. */
    private static int size(int begin) {
        return begin % 2 == 0 ? 100 : 200_000;
    }
}
