package dev.jprof.cli.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a mailbox is. Ids of processes are used again, hence the start; and containers that share a temporary folder number
 * their processes each for itself, hence the namespace.
 *
 * @param start in the kernel's ticks where they can be had: what else is known is off by a second now and then
 * @param namespace in which the id is meant, 0 where that is not known
 */
record MailboxName(long pid, String start, String namespace) {
    private static final Pattern FORM = Pattern.compile("\\.jprof-(\\d{1,18})-(\\d*)-(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]");
    private static final String UNKNOWN = "0";
    private static final Path PROC = Path.of("/proc");

    static MailboxName of(ProcessHandle process) {
        return new MailboxName(process.pid(), start(process), ownNamespace());
    }

    /** Empty when this is no mailbox's name. */
    static Optional<MailboxName> parse(String name) {
        Matcher form = FORM.matcher(name);
        return form.matches()
                ? Optional.of(new MailboxName(Long.parseLong(form.group(1)), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /** Whether the process is known to have ended. */
    boolean isOfEndedProcess() {
        if (namespace.equals(UNKNOWN) || !namespace.equals(ownNamespace())) {
            return false;
        }
        Optional<String> ticks = ticks(pid);
        return ticks.isPresent() ? !ticks.get().equals(start) : Files.notExists(PROC.resolve(Long.toString(pid)));
    }

    private static String start(ProcessHandle process) {
        return ticks(process.pid())
                .or(() -> process.info().startInstant().map(start -> Long.toString(start.toEpochMilli())))
                .orElse("");
    }

    private static Optional<String> ticks(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19]);
        } catch (IOException | RuntimeException notLinux) {
            return Optional.empty();
        }
    }

    private static String ownNamespace() {
        try {
            Matcher number = NUMBER.matcher(
                    Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString());
            return number.find() ? number.group(1) : UNKNOWN;
        } catch (IOException | UnsupportedOperationException notLinux) {
            return UNKNOWN;
        }
    }

    @Override
    public String toString() {
        return ".jprof-" + pid + "-" + start + "-" + namespace;
    }
}
