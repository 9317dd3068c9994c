package dev.jprof.cli.attach;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/** Mailboxes of JVMs that were killed: others remove their own when they end. */
final class StaleMailboxes {
    private StaleMailboxes() {}

    /** Removes those of this user. What can't be removed stays, and nobody is told, since nobody asked. */
    static void remove(Path temporary) {
        try {
            remove(temporary, Files.getOwner(Path.of("/proc/self")));
        } catch (IOException | RuntimeException unreadable) {
            // They stay, as they do where there is no /proc.
        }
    }

    static void remove(Path temporary, UserPrincipal user) throws IOException {
        try (DirectoryStream<Path> mailboxes = Files.newDirectoryStream(temporary, ".jprof-*")) {
            for (Path mailbox : mailboxes) {
                boolean ended = MailboxName.parse(mailbox.getFileName().toString())
                        .filter(MailboxName::isOfEndedProcess)
                        .isPresent();
                if (ended && isFolderOf(user, mailbox)) {
                    removeFolder(mailbox);
                }
            }
        }
    }

    /** A link is none, wherever it leads. */
    private static boolean isFolderOf(UserPrincipal user, Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
    }

    /** The folder and the files in it. Folders in it, which no mailbox has, keep it alive. */
    private static void removeFolder(Path mailbox) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(mailbox)) {
            for (Path entry : entries) {
                if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(entry);
                }
            }
            Files.delete(mailbox);
        } catch (IOException taken) {
            // Another command was quicker, or somebody keeps something in it.
        }
    }
}
