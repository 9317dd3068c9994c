package dev.jprof.cli.attach;

import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A folder in which the agent in another JVM is asked and answers. The JVM knows it by {@code path}. */
final class Mailbox {
    private static final AtomicInteger IDS = new AtomicInteger();
    private static final long LONGEST_PAUSE_MILLIS = 20;

    final Path path;
    private final Path temporary;
    private final TargetFiles files;
    private final ProcessHandle process;

    private Mailbox(Path temporary, TargetFiles files, ProcessHandle process) {
        this.temporary = temporary;
        this.path = temporary.resolve(MailboxName.of(process).toString());
        this.files = files;
        this.process = process;
    }

    static Mailbox of(ProcessHandle process, TargetFiles files) {
        String folder = System.getProperty("java.io.tmpdir");
        Path temporary = files.here(Path.of("/tmp")).toFile().isDirectory() ? Path.of("/tmp") : Path.of(folder);
        return new Mailbox(temporary.toAbsolutePath(), files, process);
    }

    boolean isThere() {
        return Files.isDirectory(files.here(path));
    }

    /** Makes the folder, and takes away those of JVMs that were killed and left theirs. */
    void make() throws IOException {
        try {
            files.makePrivateFolder(path);
        } catch (NoSuchFileException withTheProcess) {
            throw ended();
        }
        StaleMailboxes.remove(files.here(temporary));
    }

    /** For the name of a file that nobody else uses: no other process, no other thread of this one. */
    static String newId() {
        return ProcessHandle.current().pid() + "-" + IDS.incrementAndGet();
    }

    /** Where a file that the agent put into the folder is found. */
    Path file(String name) {
        return files.here(path.resolve(name));
    }

    /**
     * Asks and waits for the answer.
     *
     * @param seconds how long the agent may take before it begins to answer this request or another one
     * @return empty when it did not
     */
    Map<String, String> ask(Map<String, String> request, int seconds) throws IOException, InterruptedException {
        String id = newId();
        Path asked = file("request-" + id);
        Path reply = file("reply-" + id);
        try {
            write(request, asked, id);
        } catch (NoSuchFileException withTheProcess) {
            throw ended();
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long pause = 1;
        while (!Files.exists(reply)) {
            if (!process.isAlive()) {
                throw ended();
            }
            if (isBusy()) {
                deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            } else if (System.nanoTime() > deadline && Files.deleteIfExists(asked)) {
                return Map.of();
            }
            Thread.sleep(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
        Map<String, String> answer = read(reply);
        Files.delete(reply);
        return answer;
    }

    private Unreachable ended() {
        return new Unreachable("process " + process.pid() + " ended before it answered");
    }

    private void write(Map<String, String> request, Path asked, String id) throws IOException {
        StringBuilder text = new StringBuilder();
        request.forEach((key, value) -> {
            if (value.indexOf('\n') >= 0) {
                throw new UsageException("a line break in '" + value.replace("\n", "\\n") + "': leave it out");
            }
            text.append(key).append('=').append(value).append('\n');
        });
        Path unfinished = file("asking-" + id);
        Files.writeString(unfinished, text);
        files.giveAway(unfinished);
        Files.move(unfinished, asked, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isBusy() {
        String[] names = files.here(path).toFile().list((folder, name) -> name.startsWith("taken-"));
        return names != null && names.length > 0;
    }

    private static Map<String, String> read(Path reply) throws IOException {
        Map<String, String> answer = new LinkedHashMap<>();
        for (String line : Files.readAllLines(reply)) {
            int equals = line.indexOf('=');
            answer.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return answer;
    }
}
