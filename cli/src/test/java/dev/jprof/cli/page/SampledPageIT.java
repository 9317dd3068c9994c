package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.SampleProfiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sampled profile has samples where others have calls, and nothing where only calls would tell. */
@InChromium
class SampledPageIT {
    @TempDir
    static Path folder;

    @Test
    void the_table_shows_samples_and_error_bars() throws IOException {
        OpenPage page = OpenPage.of(folder, SampleProfiles.sampled());

        assertThat(page.texts("#table .head [data-key]"))
                .containsSubsequence("samples", "tottime", "±", "cumtime", "±")
                .doesNotContain("percall");
        assertThat(page.column("name").get(0)).startsWith("com.acme.Work.fib");
        assertThat(page.column("ncalls").get(0)).isEqualTo("750");
        assertThat(page.column("toterr").get(0)).isEqualTo("± 280 ms");
    }
}
