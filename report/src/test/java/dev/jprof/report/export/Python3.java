package dev.jprof.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Python interpreter that formats for Python are tried with. */
final class Python3 {
    private Python3() {}

    /** Skips the test where there is none, unless JPROF_REQUIRE_ALL says that everything must run. */
    static Python3 required() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            there = false;
        }
        if ("true".equals(System.getenv("JPROF_REQUIRE_ALL"))) {
            assertThat(there).as("python3 starts").isTrue();
        }
        assumeThat(there).as("python3 starts").isTrue();
        return new Python3();
    }

    /** Runs a script in a folder and returns what it prints. */
    String run(Path folder, String script) throws IOException, InterruptedException {
        Path file = folder.resolve("script.py");
        Files.writeString(file, script);
        Path output = folder.resolve("script.log");
        int exitCode = new ProcessBuilder("python3", file.getFileName().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(exitCode).as(printed).isZero();
        return printed;
    }
}
