package dev.jprof.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
    private static final Instant BEGIN = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    private Path folder;

    private final MavenProject project = new MavenProject();

    @BeforeEach
    void is_a_module() {
        project.setFile(folder.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(folder.resolve("target").toString());
    }

    @Test
    void are_those_of_this_build() throws IOException {
        assertThat(ran()).isFalse();

        report("target/surefire-reports/TEST-com.acme.ATest.xml", BEGIN.minusSeconds(1));
        assertThat(ran()).isFalse();

        report("target/surefire-reports/TEST-com.acme.BTest.xml", BEGIN);
        assertThat(ran()).isTrue();
    }

    @Test
    void a_summary_of_no_tests_is_none() throws IOException {
        report("target/failsafe-reports/failsafe-summary.xml", BEGIN);
        assertThat(ran()).isFalse();

        report("target/failsafe-reports/2026-11-29T12-00-01_123.dumpstream", BEGIN.plusSeconds(1));
        assertThat(ran()).isTrue();
    }

    @Test
    void lack_a_profile_where_none_was_written_in_their_time() throws IOException {
        report("target/surefire-reports/TEST-com.acme.ATest.xml", BEGIN.plusSeconds(2));
        report("target/surefire-reports/TEST-com.acme.BTest.xml", BEGIN.plusSeconds(7));
        report("target/failsafe-reports/TEST-com.acme.CIT.xml", BEGIN.plusSeconds(20));

        assertThat(unprofiled(8, 21)).isEmpty();
        assertThat(unprofiled(8)).containsExactly("failsafe-reports");
        assertThat(unprofiled(21)).containsExactly("surefire-reports");
        assertThat(unprofiled(1, 21)).containsExactly("surefire-reports");
        assertThat(unprofiled()).containsExactly("surefire-reports", "failsafe-reports");
    }

    @Test
    void are_found_where_the_plugin_or_an_execution_has_them_written() throws IOException {
        Plugin surefire = new Plugin();
        surefire.setArtifactId("maven-surefire-plugin");
        surefire.setConfiguration(reportsDirectory("unit"));
        PluginExecution slow = new PluginExecution();
        slow.setId("slow");
        slow.setConfiguration(reportsDirectory(folder.resolve("slow").toString()));
        surefire.addExecution(slow);
        project.getBuild().addPlugin(surefire);

        assertThat(TestReports.of(project).folders())
                .containsExactlyInAnyOrder(
                        folder.resolve("target/surefire-reports"),
                        folder.resolve("target/failsafe-reports"),
                        folder.resolve("unit"),
                        folder.resolve("slow"));
    }

    private static Xpp3Dom reportsDirectory(String value) {
        Xpp3Dom directory = new Xpp3Dom("reportsDirectory");
        directory.setValue(value);
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(directory);
        return configuration;
    }

    private void report(String name, Instant written) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    /** @param seconds when profiles were written */
    private List<String> unprofiled(long... seconds) throws IOException {
        List<Instant> profiles =
                Arrays.stream(seconds).mapToObj(BEGIN::plusSeconds).toList();
        return TestReports.of(project).withoutProfile(BEGIN, profiles).stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    private boolean ran() throws IOException {
        return TestReports.of(project).areThereSince(BEGIN);
    }
}
