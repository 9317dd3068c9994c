package dev.jprof.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a file of this project looks like. */
class HouseTest {
    private static final int LONGEST_FILE = 400;
    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile("(?i)(.*(Helpers?|Managers?|Impl|Utils?|Common)|util|utils|common|helpers?|impl)");

    /** Folders of one machine, and hosts that packages are fetched from: neither means anything to somebody else. */
    private static final Pattern MACHINE = Pattern.compile(
            "(^|[\\s\"'=(:`])/(work|root|farm)/|\\b(repo1?|registry|deb|pypi|npm)\\.\\w+\\.(org|com|io|dev)");

    @Test
    void the_project_is_seen() {
        assertThat(Sources.ROOT.resolve("pom.xml")).exists();
        assertThat(Sources.java()).hasSizeGreaterThan(80);
    }

    @Test
    void every_package_says_what_is_in_the_room() {
        assertThat(Sources.java())
                .filteredOn(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                .extracting(Path::getParent)
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    @Test
    void no_file_is_longer_than_a_reader_can_hold() {
        assertThat(Sources.java())
                .allSatisfy(file ->
                        assertThat(Sources.lines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void no_class_or_package_has_a_name_that_says_nothing() {
        assertThat(Sources.java())
                .noneMatch(file -> FORBIDDEN_NAME.matcher(bareName(file)).matches())
                .noneMatch(file ->
                        FORBIDDEN_NAME.matcher(bareName(file.getParent())).matches());
    }

    @Test
    void no_file_speaks_of_the_machine_it_was_written_on() {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.all()) {
            for (String line : Sources.lines(file)) {
                if (MACHINE.matcher(line).find()) {
                    found.add(Sources.ROOT.relativize(file) + ": " + line.strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void shell_scripts_can_be_started() {
        assertThat(Sources.all())
                .filteredOn(file -> Sources.lines(file).stream().limit(1).anyMatch(line -> line.startsWith("#!")))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(Files.isExecutable(file)).as(file.toString()).isTrue());
    }

    private static String bareName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
