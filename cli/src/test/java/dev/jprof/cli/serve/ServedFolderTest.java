package dev.jprof.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jprof.report.io.ProfileWriter;
import dev.jprof.report.model.SampleProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of the files, as they come, change and go. */
@DisabledOnOs(OS.WINDOWS)
class ServedFolderTest {
    private static final Path SMALL = Path.of("src/test/resources/profiles/small.json");

    @TempDir
    private Path temporary;

    private Path folder;
    private Served served;

    @BeforeEach
    void serveAFolder() throws IOException {
        served = Served.in(temporary);
        folder = served.folder();
    }

    @AfterEach
    void end() {
        served.server().stop();
    }

    @Test
    void list_has_the_profiles_of_the_folder_and_what_is_wrong_with_the_others() throws IOException {
        Asked list = served.get("");

        assertThat(list.status()).isEqualTo(200);
        List<String> rows = rows(list.body());
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).contains("href=\"1\">b.json<", ">34,554,127<", ">1.34 s<");
        assertThat(rows.get(1)).contains("href=\"2\">c.json.gz<", ">34,554,127<");
        assertThat(rows.get(2)).contains("href=\"3\">d.json<", "class=\"problem\"", "ends too early");
        assertThat(rows.get(3)).contains("href=\"4\">f.json<", ">34,554,127<");
        assertThat(list.body()).doesNotContain("secret", "notes.txt", ".hidden");
    }

    private static List<String> rows(String list) {
        String body = list.substring(list.indexOf("<tbody>"), list.indexOf("</tbody>"));
        return body.lines().filter(line -> line.startsWith("<tr>")).toList();
    }

    @Test
    void list_says_program_and_time_of_recording() throws IOException {
        Files.writeString(
                folder.resolve("b.json"),
                Files.readString(SMALL)
                        .replace(
                                "\"meta\":",
                                "\"meta\": {\"command\": \"com.acme.<b>\", \"start\": \"2026-11-22T13:00:00.000Z\"}, \"x\":"));
        served.server().stop();
        served = new Served(folder, Served.start(folder));

        assertThat(rows(served.get("").body()).get(0)).contains(">com.acme.&lt;b&gt;<", ">2026-11-2");
    }

    @Test
    void page_of_a_profile_has_the_policy_of_its_own() throws IOException {
        Asked page = served.get("1");

        assertThat(page.status()).isEqualTo(200);
        Matcher inPage = Pattern.compile("Content-Security-Policy\" content=\"([^\"]+)\"")
                .matcher(page.body());
        assertThat(inPage.find()).isTrue();
        assertThat(inPage.group(1))
                .contains("default-src 'none'", "connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers())
                .containsEntry("content-security-policy", inPage.group(1) + "; frame-ancestors 'none'");
    }

    @Test
    void broken_profile_is_one_line_on_its_page() throws IOException {
        Asked page = served.get("3");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("role=\"alert\">ends too early; it was cut off")
                .doesNotContain("Exception");
    }

    @Test
    void version_changes_with_the_file_and_the_page_with_it() throws IOException {
        String before = served.get("1?version").body();
        String page = served.get("1").body();
        assertThat(page).contains("data-live=\"" + before + "\"");
        assertThat(served.get("1?version").body()).isEqualTo(before);

        write(folder.resolve("b.json"));

        String after = served.get("1?version").body();
        assertThat(after).isNotEqualTo(before);
        assertThat(served.get("1").body())
                .contains("data-live=\"" + after + "\"")
                .isNotEqualTo(page);
    }

    @Test
    void list_follows_the_files() throws IOException {
        String list = served.get("").body();
        String before = served.get("?version").body();
        assertThat(list).contains("data-live=\"" + before + "\"");

        write(folder.resolve("b.json"));

        assertThat(rows(served.get("").body()).get(0)).contains(">5,206,").doesNotContain("34,554,127");
        assertThat(served.get("?version").body()).isNotEqualTo(before);
    }

    /** As the agent does: beside it, and then in its place. */
    private static void write(Path file) throws IOException {
        Path beside = file.resolveSibling("new.tmp");
        try (var out = Files.newOutputStream(beside)) {
            ProfileWriter.write(SampleProfiles.small(), out);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void file_that_came_later_is_not_served() throws IOException {
        Files.copy(SMALL, folder.resolve("z.json"));

        assertThat(served.get("").body()).doesNotContain("z.json");
        assertThat(served.get("5").status()).isEqualTo(404);
    }

    @Test
    void file_that_has_become_a_link_is_not_followed() throws IOException {
        Path elsewhere = temporary.resolve("elsewhere.json");
        write(elsewhere);
        Files.delete(folder.resolve("b.json"));
        Files.createSymbolicLink(folder.resolve("b.json"), elsewhere);

        Asked page = served.get("1");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("is not the file any more");
        assertThat(rows(served.get("").body()).get(0)).contains("is not the file any more");
    }

    @Test
    void folder_that_has_become_a_link_is_not_followed() throws IOException {
        Path other = Files.createDirectory(temporary.resolve("other"));
        write(other.resolve("b.json"));
        Files.move(folder, temporary.resolve("moved"));
        Files.createSymbolicLink(folder, other);

        assertThat(served.get("1").body()).contains("is not the file any more");
    }

    @Test
    void file_that_is_gone_is_one_line_until_it_is_there_again() throws IOException {
        Files.move(folder.resolve("b.json"), temporary.resolve("aside"));
        assertThat(served.get("1").body()).contains("role=\"alert\">is not the file any more");

        Files.move(temporary.resolve("aside"), folder.resolve("b.json"));
        assertThat(served.get("1").status()).isEqualTo(200);
    }

    @Test
    void a_file_is_opened_first_and_its_folder_listed() throws IOException {
        Path odd = Files.copy(SMALL, folder.resolve("odd name"));
        ServedFolder opened = ServedFolder.of(odd, UnaryOperator.identity());

        assertThat(opened.size()).isEqualTo(5);
        assertThat(opened.profiles().get(Integer.parseInt(opened.first()) - 1).name())
                .isEqualTo("odd name");
    }

    @Test
    void a_folder_without_profiles_is_not_served() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));

        assertThatThrownBy(() -> ServedFolder.of(empty, UnaryOperator.identity()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no .json or .json.gz file in " + empty);
    }
}
