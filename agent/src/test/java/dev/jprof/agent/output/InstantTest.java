package dev.jprof.agent.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstantTest {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Test
    void agrees_with_the_jdk_in_every_year() {
        Random random = new Random(1);
        for (int i = 0; i < 20000; i++) {
            long millis = (long) (random.nextDouble() * 4102444800000L * 2);

            assertThat(Instant.text(millis)).isEqualTo(FORMAT.format(java.time.Instant.ofEpochMilli(millis)));
        }
    }
}
