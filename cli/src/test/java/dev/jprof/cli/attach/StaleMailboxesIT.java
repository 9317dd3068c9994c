package dev.jprof.cli.attach;

import static dev.jprof.cli.attach.Rounds.jprofWell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed programs leave in the temporary folder goes when the next one is attached to, and nothing else does. */
class StaleMailboxesIT {
    private static final Path TEMPORARY = Path.of("/tmp");

    @TempDir
    private Path folder;

    private final List<Path> made = new ArrayList<>();

    private static Jdk own() {
        return InstalledJdks.of(Runtime.version().feature()).orElseThrow();
    }

    @Test
    void that_of_a_killed_program_goes_and_that_of_a_living_one_stays() throws Exception {
        Path killed;
        ProcessHandle process;
        try (Rounds program = Rounds.start(own(), folder)) {
            jprofWell("attach", program.pid(), "--include", "app.*");
            killed = mailbox(program);
            process = ProcessHandle.of(Long.parseLong(program.pid())).orElseThrow();
            Files.writeString(killed.resolve("request-of-nobody"), "verb=status\n");
        }
        process.onExit().join();
        assertThat(killed).isDirectory();
        try (Rounds living = Rounds.start(own(), folder);
                Rounds next = Rounds.start(own(), folder)) {
            jprofWell("attach", living.pid(), "--include", "app.*");
            assertThat(killed).doesNotExist();

            jprofWell(
                    "attach",
                    next.pid(),
                    "--include",
                    "app.*",
                    "-o",
                    folder.resolve("next.json").toString());
            assertThat(mailbox(living)).isDirectory();
            living.make(5);
            assertThat(Rounds.calls(living.stop(), "app.Rounds.step")).isEqualTo(5);
            assertThat(living.end()).isZero();
            assertThat(next.end()).isZero();
        }
    }

    /** Ids are used again, hence a living process with another start; other namespaces number their own processes. */
    @Test
    void only_folders_of_processes_that_are_gone_go() throws Exception {
        MailboxName own = MailboxName.of(ProcessHandle.current());
        Path usedAgain = make(new MailboxName(own.pid(), own.start() + "1", own.namespace()));
        Path living = make(own);
        Path elsewhere = make(new MailboxName(Integer.MAX_VALUE, "77", own.namespace() + "1"));
        Path unknown = make(new MailboxName(Integer.MAX_VALUE, "77", "0"));
        Path gone = make(new MailboxName(Integer.MAX_VALUE, "77", own.namespace()));
        Path otherName = Files.createDirectory(TEMPORARY.resolve(".jprof-somebody's-" + own.pid()));
        made.add(otherName);
        Files.writeString(gone.resolve("profile-1.json"), "{}");
        Path target = Files.writeString(folder.resolve("kept.txt"), "kept");
        Files.createSymbolicLink(gone.resolve("link"), target);

        StaleMailboxes.remove(TEMPORARY);

        assertThat(gone).doesNotExist();
        assertThat(usedAgain).doesNotExist();
        assertThat(List.of(living, elsewhere, unknown, otherName)).allMatch(Files::isDirectory);
        assertThat(target).hasContent("kept");
    }

    @Test
    void links_and_folders_in_folders_stay() throws Exception {
        String namespace = MailboxName.of(ProcessHandle.current()).namespace();
        Path target = Files.createDirectory(folder.resolve("target"));
        Files.writeString(target.resolve("kept.txt"), "kept");
        Path link = Files.createSymbolicLink(
                folder.resolve(new MailboxName(Integer.MAX_VALUE, "78", namespace).toString()), target);
        Path nested = folder.resolve(new MailboxName(Integer.MAX_VALUE, "79", namespace).toString());
        Files.createDirectories(nested.resolve("inner"));

        StaleMailboxes.remove(folder);

        assertThat(link).isSymbolicLink();
        assertThat(target.resolve("kept.txt")).hasContent("kept");
        assertThat(nested.resolve("inner")).isDirectory();
    }

    @Test
    void those_of_other_users_stay() throws Exception {
        MailboxName name = MailboxName.of(ProcessHandle.current());
        Path mailbox = Files.createDirectory(
                folder.resolve(new MailboxName(Integer.MAX_VALUE, "80", name.namespace()).toString()));
        UserPrincipal another =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");

        StaleMailboxes.remove(folder, another);
        assertThat(mailbox).isDirectory();

        StaleMailboxes.remove(folder, Files.getOwner(folder));
        assertThat(mailbox).doesNotExist();
    }

    private static Path mailbox(Rounds program) {
        return TEMPORARY.resolve(
                MailboxName.of(ProcessHandle.of(Long.parseLong(program.pid())).orElseThrow())
                        .toString());
    }

    private Path make(MailboxName name) throws IOException {
        Path mailbox = TEMPORARY.resolve(name.toString());
        made.add(mailbox);
        return Files.createDirectory(mailbox);
    }

    @AfterEach
    void remove() throws IOException {
        for (Path mailbox : made) {
            Files.deleteIfExists(mailbox);
        }
    }
}
