package dev.jprof.cli.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "java -jar app.jar, java|-jar|app.jar",
                "`  java\t-version ` , java|-version",
                "java '-Dx=a b' y, java|-Dx=a b|y",
                "java -Dx='a b'c, java|-Dx=a bc",
                "java \"a 'b' c\", java|a 'b' c",
                "java 'a \"b\" \\c', java|a \"b\" \\c",
                "java a\\ b, java|a b",
                "java \"a\\\"b\\c\\\\\", java|a\"b\\c\\",
                "java $HOME *.jar, java|$HOME|*.jar",
                "java ü€😀, java|ü€😀",
            })
    void words_are_those_of_a_shell_that_expands_nothing(String command, String words) {
        assertThat(CommandWords.of(command)).isEqualTo(List.of(words.split("\\|")));
    }

    @Test
    void an_empty_word_needs_quotes() {
        assertThat(CommandWords.of("java '' \"\"")).containsExactly("java", "", "");
        assertThat(CommandWords.of(" \n ")).isEmpty();
    }

    @Test
    void a_quote_must_be_closed() {
        assertThatThrownBy(() -> CommandWords.of("sh -c 'exit")).hasMessage("a ' is not closed in: sh -c 'exit");
    }
}
