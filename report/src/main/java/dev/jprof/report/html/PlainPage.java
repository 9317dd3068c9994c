package dev.jprof.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A served page of text in the look of {@link HtmlPage}. Immutable. */
public final class PlainPage {
    private final String title;
    private final String body;

    PlainPage(String title, String body) {
        this.title = title;
        this.body = body;
    }

    /** What its content is: two pages of one version say the same. */
    public String version() {
        MessageDigest digest = ContentPolicy.sha256();
        digest.update(body.getBytes(StandardCharsets.UTF_8));
        StringBuilder version = new StringBuilder();
        for (byte part : digest.digest()) {
            version.append(Character.forDigit(part >> 4 & 15, 16)).append(Character.forDigit(part & 15, 16));
        }
        return version.substring(0, 16);
    }

    /** The page in UTF-8; it asks the server with {@code ?version} whether {@code version} is still current. */
    public byte[] bytes(String version) {
        return PageSources.plainHtml()
                .replace("{policy}", policy())
                .replace("{icon}", PageSources.icon())
                .replace("{live}", Markup.text(version))
                .replace("{style}", PageSources.plainStyle())
                .replace("{script}", PageSources.plainScript())
                .replace("{title}", Markup.text(title))
                .replace("{body}", body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The Content-Security-Policy that the page has in itself, for the server to send too. */
    public String policy() {
        return ContentPolicy.of(PageSources.plainScript(), PageSources.plainStyle(), true);
    }
}
