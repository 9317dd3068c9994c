package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of a comparison must know: what goes by another name in the base, and what speaks against comparing. */
@InChromium
class TakenForTheSameIT {
    @TempDir
    static Path folder;

    private static OpenPage page;

    @BeforeAll
    static void open() throws IOException {
        Profile current = with("cpu", "main a.New.find | 2 5", "main a.New.load | 4 5", "main a.New.save | 7 5");
        Profile base = with("wall", "main a.Old.find | 2 5", "main a.Old.load | 3 5", "main a.Old.save | 7 5");
        page = OpenPage.of(folder, HtmlPage.of(current, "new.json", base, "old.json"));
    }

    private static Profile with(String clock, String... paths) {
        Profile profile = Paths.of(List.of(paths));
        return new Profile(new Meta(Map.of("clock", clock)), profile.methods(), profile.threads(), profile.tree());
    }

    @Test
    void a_renamed_class_is_one_and_the_page_says_so() {
        assertThat(page.number("return jprof.model.names.methods.function.length"))
                .isEqualTo(3);
        assertThat(page.text("details")).contains("taken for the same class: a.Old of the base and a.New");
    }

    @Test
    void what_keeps_both_from_being_compared_comes_first() {
        assertThat(page.text("summary"))
                .startsWith("compared all the same: clock differs (wall and cpu) · 13 function calls");
    }
}
