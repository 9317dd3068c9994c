package dev.jprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StyleTest {
    @Test
    void names_reach_a_terminal_escaped_and_a_file_raw() throws IOException {
        StringBuilder terminal = new StringBuilder();
        StringBuilder file = new StringBuilder();

        new Style().print(true, terminal, text -> text.append("a\u001b[31m\nb\n\n"));
        new Style().print(false, file, text -> text.append("a\u001b[31m\nb\n\n"));

        assertThat(terminal).hasToString("a\\u001b[31m\nb\n\n");
        assertThat(file).hasToString("a\u001b[31m\nb\n\n");
    }
}
