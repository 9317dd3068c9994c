package dev.jprof.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.CallTree;
import dev.jprof.report.model.Meta;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Metric;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.RandomProfiles;
import dev.jprof.report.model.SampleProfiles;
import dev.jprof.report.model.ThreadRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void same_profile_same_bytes(long seed) {
        Profile profile = RandomProfiles.profile(seed);
        Profile base = RandomProfiles.profile(seed + 100);

        assertThat(PageText.of(profile).html())
                .isEqualTo(PageText.of(RandomProfiles.profile(seed)).html());
        assertThat(compared(profile, base)).isEqualTo(compared(RandomProfiles.profile(seed), base));
    }

    private static String compared(Profile profile, Profile base) {
        return PageText.of(HtmlPage.of(profile, "new.json", base, "old.json")).html();
    }

    @Test
    void page_without_data_weighs_less_than_150_kilobytes() throws IOException {
        byte[] page = PageText.of(SampleProfiles.small()).withoutData().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(page);
        }

        assertThat(packed.size()).isLessThan(150_000);
    }

    @Test
    void page_names_nothing_outside_itself() {
        String page = PageText.of(SampleProfiles.small()).withoutData();

        assertThat(page).doesNotContain("<img", "<iframe", "@import", "url(");
        assertThat(page.split("<link ", -1)).hasSize(2);
        assertThat(page).contains("<link rel=\"icon\" href=\"data:image/svg+xml;base64,");
        assertThat(Pattern.compile("https?://\\S+").matcher(page).results().map(found -> found.group()))
                .allMatch(url -> url.startsWith("http://www.w3.org/2000/svg") || url.startsWith("https://d3js.org"));
    }

    @Test
    void policy_allows_its_own_script_and_style_alone() throws NoSuchAlgorithmException {
        String page = PageText.of(SampleProfiles.small()).html();
        String policy = group(page, "Content-Security-Policy\" content=\"([^\"]*)\"");
        String script = page.substring(page.lastIndexOf("<script>") + 8, page.lastIndexOf("</script>"));
        String style = group(page, "(?s)<style>(.*?)</style>");

        assertThat(policy)
                .startsWith("default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style) + "';")
                .doesNotContain("unsafe", "connect-src", "*");
    }

    @Test
    void names_stand_nowhere_outside_the_packed_data() {
        String name = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";
        Method method = new Method(name, name, "()V", name, 1, Method.Kind.JAVA, true);
        CallTree tree = new CallTree(new int[] {-1, 0}, new int[] {-1, 0}, Map.of(Metric.CALLS, new long[] {0, 1}));
        Profile profile = new Profile(new Meta(Map.of()), List.of(method), List.of(new ThreadRow(name, 1, 0, 1)), tree);

        PageText page = PageText.of(HtmlPage.of(profile, name, profile, name));

        assertThat(page.html()).doesNotContain("alert(1)", "alert(2)");
        assertThat(page.data()).matches("[A-Za-z0-9+/=\n]*");
        assertThat(page.names().at("/class/0").asString()).isEqualTo(name);
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
