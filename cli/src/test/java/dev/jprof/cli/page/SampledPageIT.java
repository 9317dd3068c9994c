package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.SampleProfiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sampled profile has samples where others have calls, and nothing where only calls would tell. */
@InChromium
class SampledPageIT {
    private static final String LAMBDA = "com.acme.Work$$Lambda$8.0x00007f.run";

    /** In a number of samples that nobody gave a time. */
    private static final Profile STACKS = stacks();

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

    @Test
    void jdk_methods_can_be_hidden_by_the_names_of_their_classes() throws IOException {
        OpenPage page = OpenPage.of(folder, STACKS);

        page.click("nojdk");

        assertThat(page.nodes())
                .extracting(Shape::path)
                .containsExactly(
                        "main",
                        "main\n" + LAMBDA,
                        "main\n" + LAMBDA + "\ncom.acme.Work.run",
                        "main\n" + LAMBDA + "\ncom.acme.Work.run\njavax.inject.Box.get");
        assertThat(page.column("name")).containsExactlyInAnyOrder(LAMBDA, "com.acme.Work.run", "javax.inject.Box.get");
        assertThat(page.column("ncalls")).containsExactlyInAnyOrder("0", "8", "2");
        page.row("com.acme.Work.run").click();
        assertThat(page.texts("#callers .edge")).singleElement().asString().contains("8 samples");
    }

    @Test
    void samples_that_stand_for_no_time_are_not_called_time() throws IOException {
        OpenPage page = OpenPage.of(folder, STACKS);

        assertThat(page.texts("#table .head [data-key]"))
                .contains("self", "total")
                .doesNotContain("tottime", "cumtime");
        assertThat(page.texts("#width option")).containsExactly("weight", "samples");
    }

    @Test
    void whole_shares_and_hidden_classes_are_written_out() throws IOException {
        OpenPage page = OpenPage.of(folder, STACKS);

        assertThat(page.column("totalshare")).contains("100.0 %");
        assertThat(page.<Boolean>js(
                        "return [...document.querySelectorAll('#table .body .row:not([hidden]) > :not(.name)')]"
                                + ".every(cell => cell.scrollWidth <= cell.clientWidth)"))
                .isTrue();
        page.row("com.acme.Work$$Lambda$8.0x00007f").click();
        assertThat(page.text("details")).startsWith("Work$$Lambda$8.0x00007f.run");
    }

    private static Profile stacks() {
        Profile paths = Paths.of(
                List.of(
                        "main java.lang.Thread.run | 0 0",
                        "main java.lang.Thread.run com.acme.Work$$Lambda$8.0x00007f.run | 0 0",
                        "main java.lang.Thread.run com.acme.Work$$Lambda$8.0x00007f.run com.acme.Work.run | 3 3",
                        "main java.lang.Thread.run com.acme.Work$$Lambda$8.0x00007f.run com.acme.Work.run java.util.HashMap.get | 5 5",
                        "main java.lang.Thread.run com.acme.Work$$Lambda$8.0x00007f.run com.acme.Work.run javax.inject.Box.get | 2 2"));
        List<Method> methods = paths.methods().stream()
                .map(method -> new Method(method.className(), method.name(), "()V", "", 0, Method.Kind.JAVA, true))
                .toList();
        CallTree tree = paths.tree();
        return new Profile(
                paths.meta(),
                methods,
                paths.threads(),
                new CallTree(
                        IntStream.range(0, tree.size()).map(tree::parent).toArray(),
                        IntStream.range(0, tree.size()).map(tree::method).toArray(),
                        Map.of(Metric.SAMPLES, tree.column(Metric.CALLS))));
    }
}
