package dev.jprof.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerfDataTest {
    @TempDir
    Path folder;

    /** One text entry behind the prologue. */
    static ByteBuffer file(ByteOrder order, String name, String text) {
        ByteBuffer bytes = ByteBuffer.allocate(512);
        bytes.putInt(0, 0xcafec0c0).put(4, (byte) (order == ByteOrder.BIG_ENDIAN ? 0 : 1));
        bytes.order(order).putInt(24, 32).putInt(28, 1);
        byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(32, 200)
                .putInt(36, 20)
                .putInt(40, ascii.length + 1)
                .put(44, (byte) 'B')
                .putInt(48, 100);
        bytes.put(32 + 20, name.getBytes(StandardCharsets.UTF_8)).put(32 + 100, ascii);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_text_is_read_in_either_byte_order(boolean big) {
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;

        PerfData data = PerfData.of(file(order, "sun.rt.javaCommand", "com.acme.Main größer"));

        assertThat(data.text("sun.rt.javaCommand")).isEqualTo("com.acme.Main größer");
        assertThat(data.text("java.rt.vmArgs")).isEmpty();
    }

    @Test
    void what_is_no_such_file_has_no_texts() throws IOException {
        Path other = Files.writeString(folder.resolve("1"), "something else that is long enough for a prologue");

        assertThat(PerfData.read(other)).isEqualTo(PerfData.NONE);
        assertThat(PerfData.read(folder)).isEqualTo(PerfData.NONE);
        assertThat(PerfData.read(folder.resolve("missing"))).isEqualTo(PerfData.NONE);
    }

    @Test
    void whatever_is_broken_in_a_file_does_no_harm() {
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes =
                    file(ByteOrder.LITTLE_ENDIAN, "java.rt.vmArgs", "-Xmx1g").array();
            int length = random.nextInt(5, bytes.length);
            for (int change = 0; change < 4; change++) {
                bytes[random.nextInt(4, 60)] = (byte) random.nextInt();
            }
            PerfData data = PerfData.of(ByteBuffer.wrap(Arrays.copyOf(bytes, length)));
            assertThat(data.texts()).hasSizeLessThan(bytes.length);
        }
    }
}
