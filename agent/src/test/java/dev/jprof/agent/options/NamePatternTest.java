package dev.jprof.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "*, com.acme.Main, true",
        "**, com.acme.Main, true",
        "com.acme.*, com.acme.Main, true",
        "com.acme.*, com.acme.deep.Main$Inner, true",
        "com.acme.**, com.acme.deep.Main, true",
        "com.acme.*, com.acme, false",
        "com.acme.*, com.acmeother.Main, false",
        "com.acme.*, com/acme/Main, true",
        "com.acme.Main, com.acme.Main, true",
        "com.acme.Main, com.acme.Main$Inner, false",
        "*.Main, com.acme.Main, true",
        "*Main*, com.acme.Main$Inner, true",
        "com.?cme.M*n, com.acme.Main, true",
        "com.?acme.Main, com.acme.Main, false",
        "a*b*c, axxbxxbxxc, true",
        "a*b*c, axxbxxbxx, false",
    })
    void pattern_fits_the_whole_name(String glob, String name, boolean fits) {
        assertThat(NamePattern.of(List.of(glob)).matches(name)).isEqualTo(fits);
    }

    @Test
    void one_fitting_pattern_is_enough() {
        NamePattern pattern = NamePattern.of(List.of("org.foo.*", "com.acme.*"));

        assertThat(pattern.matches("com.acme.Main")).isTrue();
        assertThat(pattern.matches("net.Main")).isFalse();
        assertThat(NamePattern.of(List.of()).matches("com.acme.Main")).isFalse();
    }

    @Test
    void agrees_with_a_regular_expression() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String glob = randomText(random, "ab.*?");
            String name = randomText(random, "ab.");
            String regex = glob.replace(".", "[.]").replace("*", ".*").replace("?", ".");

            assertThat(NamePattern.of(List.of(glob)).matches(name))
                    .as("%s against %s", glob, name)
                    .isEqualTo(Pattern.matches(regex, name));
        }
    }

    @Test
    void many_stars_do_not_explode() {
        NamePattern pattern = NamePattern.of(List.of("*a".repeat(50) + "b"));

        assertThat(pattern.matches("a".repeat(5000))).isFalse();
    }

    private static String randomText(Random random, String characters) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
