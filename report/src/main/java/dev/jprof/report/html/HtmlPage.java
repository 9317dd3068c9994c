package dev.jprof.report.html;

import dev.jprof.report.model.Profile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A profile as one page that needs nothing but a browser. The same profiles give the same bytes. The page may run its own script
 * and nothing else: names in a profile are text wherever they come to stand. Immutable.
 */
public final class HtmlPage {
    private static final String DATA = "{data}";

    private final PageData data;
    private final boolean served;

    private HtmlPage(PageData data, boolean served) {
        this.data = data;
        this.served = served;
    }

    /** The page of one profile; times are taken as they are, corrected or not. */
    public static HtmlPage of(Profile profile, String title) {
        return new HtmlPage(new PageData(title, profile, Optional.empty()), false);
    }

    /** The page of a profile beside an older one. */
    public static HtmlPage of(Profile profile, String title, Profile base, String baseTitle) {
        Comparison comparison = Comparison.of(profile, base, baseTitle);
        return new HtmlPage(new PageData(title, profile, Optional.of(comparison)), false);
    }

    /** The same page for a server: it asks the server at its own address, with {@code ?version}, whether it is still current. */
    public HtmlPage served() {
        return new HtmlPage(data, true);
    }

    /** Writes the page in UTF-8 and leaves {@code out} open. */
    public void write(OutputStream out) throws IOException {
        String page = page();
        int hole = page.indexOf(DATA);
        out.write(page.substring(0, hole).getBytes(StandardCharsets.UTF_8));
        writeData(out);
        out.write(page.substring(hole + DATA.length()).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String page() {
        String style = PageSources.style();
        String script = PageSources.script();
        String policy = "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(style)
                + "; base-uri 'none'; form-action 'none'" + (served ? "; connect-src 'self'" : "");
        return PageSources.html()
                .replace("{policy}", policy)
                .replace("{live}", String.valueOf(served))
                .replace("{style}", style)
                .replace("{script}", script);
    }

    private void writeData(OutputStream out) throws IOException {
        OutputStream open = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // The page goes on behind the data.
            }
        };
        try (OutputStream base64 = Base64.getEncoder().wrap(open);
                OutputStream packed = new Gzip(base64)) {
            data.write(packed);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED + 3);
        }
    }
}
