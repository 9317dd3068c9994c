package dev.jprof.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in the documentation that starts jprof does so, and ends well. */
@DisabledOnOs(OS.WINDOWS)
class DocsIT {
    @TempDir
    static Path temporary;

    private static ReadersFolder reader;

    @BeforeAll
    static void makeWhatTheDocumentsSpeakOf() throws IOException, InterruptedException {
        reader = ReadersFolder.in(temporary);
    }

    @AfterAll
    static void endTheServer() {
        reader.close();
    }

    static List<DocumentedCommand> commands() {
        return DocumentedCommand.in(Path.of(".."));
    }

    @Test
    void the_documents_are_seen() {
        assertThat(commands())
                .hasSizeGreaterThan(10)
                .extracting(DocumentedCommand::document)
                .contains("README.md");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_documented_command_works(DocumentedCommand command) throws IOException, InterruptedException {
        ReadersFolder.Ended ended = reader.run(command.text());
        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }
}
