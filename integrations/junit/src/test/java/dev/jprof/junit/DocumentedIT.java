package dev.jprof.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests in the README and in docs/junit.md fail as the documents say. */
class DocumentedIT {
    private static final String IMPORTS =
            "package com.acme;\n\nimport dev.jprof.junit.*;\nimport org.junit.jupiter.api.*;\n\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"README.md, 5", "README.md, 6", "docs/junit.md, 5", "docs/junit.md, 6"})
    void the_test_that_asks_too_often(String document, int junit) throws IOException {
        String text = Files.readString(Path.of("..", "..").resolve(document));
        int within = text.indexOf("@MaxCalls(");
        int begin = text.lastIndexOf("```java\n", within) + "```java\n".length();
        String source = text.substring(begin, text.indexOf("```", within));

        String out = new LaunchedTests(folder, junit)
                .with(
                        8,
                        "com.acme.Dao",
                        "package com.acme; class Dao { static int query(int id) { return Math.abs(id) + 1; } }")
                .with(8, "com.acme.Orders", """
                        package com.acme;

                        class Orders {
                            void list(int n) { for (int i = 0; i < n; i++) Dao.query(i); }
                        }
                        """)
                .with(8, "com.acme.OrdersTest", source.startsWith("package") ? source : IMPORTS + source)
                .run(
                        InstalledJdks.of(Runtime.version().feature()).orElseThrow(),
                        "include=com.acme.*",
                        "com.acme.OrdersTest");

        assertThat(out)
                .startsWith(
                        "a_list_of_orders_takes_three_queries_at_most(): com.acme.Dao.query was called 20 times, at most 3 are allowed\n")
                .containsPattern(
                        " 1 .*OrdersTest\\.a_list_of.*\n +1 .*Orders\\.list\n +20 .*com\\.acme\\.Dao\\.query  <--\n");
    }
}
