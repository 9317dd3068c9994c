package dev.jprof.agent.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
    @Test
    void digests_are_those_of_the_jdk() throws Exception {
        MessageDigest jdk = MessageDigest.getInstance("SHA-256");
        for (int length = 0; length < 300; length++) {
            String text = "aσ\ud83d\ude00 ".repeat(length).substring(0, length);
            String expected = HexFormat.of().formatHex(jdk.digest(text.getBytes(StandardCharsets.UTF_8)));

            assertThat(Sha256.of(text)).as("%d characters", length).isEqualTo(expected);
        }
    }
}
