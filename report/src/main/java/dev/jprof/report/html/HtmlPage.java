package dev.jprof.report.html;

import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A profile as one page that needs nothing but a browser. The same profiles give the same bytes. The page may run its own script
 * and nothing else: names in a profile are text wherever they come to stand. Immutable.
 */
public final class HtmlPage {
    private static final String DATA = "{data}";
    private static final String LIST = "<a id=\"list\" href=\"./\">All profiles</a>";

    private final PageData data;
    private final Optional<String> version;

    private HtmlPage(PageData data, Optional<String> version) {
        this.data = data;
        this.version = version;
    }

    /** The page of one profile; times are taken as they are, corrected or not. */
    public static HtmlPage of(Profile profile, String title) {
        return new HtmlPage(new PageData(title, profile, Optional.empty()), Optional.empty());
    }

    /**
     * The page of a profile beside an older one.
     *
     * @throws dev.jprof.report.view.UsageException if one was instrumented and the other sampled
     */
    public static HtmlPage of(Profile profile, String title, Profile base, String baseTitle) {
        Comparison.refuseTwoKinds(profile, base);
        Comparison comparison = Comparison.of(profile, base, baseTitle);
        return new HtmlPage(new PageData(title, comparison.current(), Optional.of(comparison)), Optional.empty());
    }

    /**
     * The same page for a server, with a link to its list at {@code ./}. It asks the server at its own address, with
     * {@code ?version}, whether {@code version} is still current.
     */
    public HtmlPage served(String version) {
        return new HtmlPage(data, Optional.of(version));
    }

    /** The Content-Security-Policy that the page has in itself, for a server to send too. */
    public String policy() {
        return ContentPolicy.of(PageSources.script(), PageSources.style(), version.isPresent());
    }

    /** Writes the page in UTF-8 and leaves {@code out} open. */
    public void write(OutputStream out) throws IOException {
        String page = page();
        int hole = page.indexOf(DATA);
        out.write(page.substring(0, hole).getBytes(StandardCharsets.UTF_8));
        data.write(out);
        out.write(page.substring(hole + DATA.length()).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String page() {
        return PageSources.html()
                .replace("{policy}", policy())
                .replace("{icon}", PageSources.icon())
                .replace("{live}", Markup.text(version.orElse("")))
                .replace("{list}", version.isPresent() ? LIST : "")
                .replace("{style}", PageSources.style())
                .replace("{script}", PageSources.script());
    }
}
