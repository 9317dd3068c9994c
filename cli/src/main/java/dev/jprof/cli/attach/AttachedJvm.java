package dev.jprof.cli.attach;

import dev.jprof.cli.jvm.AttachChecks;
import dev.jprof.cli.jvm.Check;
import dev.jprof.cli.launch.AgentJar;
import dev.jprof.report.io.OutputFile;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A running JVM and what can be asked of the agent in it, which is loaded when it is not there yet. What the agent refuses is a
 * {@link UsageException} with its line.
 */
public final class AttachedJvm {
    private static final String VERSION = "1";
    private static final String ATTACH = "attach";
    private static final String STATUS = "status";

    /** How long an agent that is in the JVM already may take to look into its mailbox; it does so five times a second. */
    private static final int SECONDS_TO_LOOK = 3;

    private static final int SECONDS_TO_START = 20;

    private final ProcessHandle process;
    private final long pid;
    private final Mailbox mailbox;
    private final TargetFiles files;

    private AttachedJvm(ProcessHandle process) {
        this.process = process;
        this.pid = process.pid();
        this.files = TargetFiles.of(pid);
        this.mailbox = Mailbox.of(process, files);
    }

    /** Looks for a JVM; nothing of it is touched. */
    public static AttachedJvm of(long pid) throws Unreachable {
        ProcessHandle process = ProcessHandle.of(pid)
                .orElseThrow(() ->
                        new Unreachable("there is no process " + pid + "; 'jprof ps' lists the JVMs that there are"));
        return new AttachedJvm(process);
    }

    public long pid() {
        return pid;
    }

    /**
     * Begins a recording; returns when the classes that were loaded already are woven.
     *
     * @param options as agent arguments
     */
    public JvmStatus attach(String options) throws IOException {
        return new JvmStatus(ask(request(ATTACH, Map.of("options", options))));
    }

    /** Begins an instrumented recording anew: what it recorded so far, while classes were being woven, is forgotten. */
    public void beginAnew() throws IOException {
        ask(request("begin", Map.of()));
    }

    public JvmStatus status() throws IOException {
        return new JvmStatus(ask(request(STATUS, Map.of())));
    }

    /** Changes which classes are woven; patterns as the agent's options have them, and only those that are to change. */
    public JvmStatus retarget(Map<String, String> includeAndExclude) throws IOException {
        return new JvmStatus(ask(request("retarget", includeAndExclude)));
    }

    /** Writes what was recorded so far to a file of this process. */
    public void dump(Path file) throws IOException {
        Path arrived = profile("dump", file);
        try {
            OutputFile.write(file, out -> Files.copy(arrived, out));
        } finally {
            Files.deleteIfExists(arrived);
        }
    }

    /**
     * Ends the recording, writes it to a file of this process and has the JVM's own code restored.
     *
     * @throws KeptElsewhere when the file can't be written
     */
    public void stop(Path file) throws IOException {
        Path arrived = profile("stop", file);
        try {
            OutputFile.write(file, out -> Files.copy(arrived, out));
        } catch (IOException unwritable) {
            throw kept(arrived, unwritable);
        }
        Files.delete(arrived);
    }

    /** The same with the file that the recording names itself, which the JVM writes. */
    public JvmStatus stop() throws IOException {
        return new JvmStatus(ask(request("stop", Map.of())));
    }

    /**
     * The profile comes through the mailbox: the JVM may see other folders, or have another one for its current. It is there whole or not
     * at all, even if the JVM ends before it answers, as it may while it restores its code.
     */
    private Path profile(String verb, Path file) throws IOException {
        String name = "profile-" + Mailbox.newId() + (file.toString().endsWith(".gz") ? ".json.gz" : ".json");
        Path arrived = mailbox.file(name);
        try {
            ask(request(verb, Map.of("file", name)));
        } catch (Unreachable ended) {
            if (!Files.exists(arrived)) {
                throw ended;
            }
        }
        return arrived;
    }

    /** The mailbox is removed with the JVM, so what it holds must go elsewhere. */
    private KeptElsewhere kept(Path arrived, IOException unwritable) throws IOException {
        Path place = Path.of(System.getProperty("java.io.tmpdir"), "jprof-" + pid + "-" + arrived.getFileName());
        Files.move(arrived, place, StandardCopyOption.REPLACE_EXISTING);
        return new KeptElsewhere(place, unwritable);
    }

    private static Map<String, String> request(String verb, Map<String, String> more) {
        Map<String, String> request = new HashMap<>(more);
        request.put("version", VERSION);
        request.put("verb", verb);
        return request;
    }

    private Map<String, String> ask(Map<String, String> request) throws IOException {
        try {
            Map<String, String> answer = mailbox.isThere() ? mailbox.ask(request, SECONDS_TO_LOOK) : Map.of();
            if (answer.isEmpty()) {
                checkReachable();
                if (!ATTACH.equals(request.get("verb")) && !AttachChecks.mayHaveAgent(pid)) {
                    return nothing(request);
                }
                load();
                answer = mailbox.ask(request, SECONDS_TO_START);
            }
            if (answer.isEmpty()) {
                throw new Unreachable("process " + pid + " loaded the agent, which does not answer: see its output");
            }
            if (answer.containsKey("error")) {
                throw new UsageException(answer.get("error"));
            }
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted while process " + pid + " was asked");
        }
    }

    private void checkReachable() throws Unreachable {
        Optional<Check> obstacle = Check.obstacle(AttachChecks.of(pid));
        if (obstacle.isPresent()) {
            throw new Unreachable(obstacle.get().lineOn(pid));
        }
    }

    /** What an agent would answer that is not worth being loaded for it. */
    private static Map<String, String> nothing(Map<String, String> request) {
        if (!STATUS.equals(request.get("verb"))) {
            throw new UsageException("nothing is being recorded in this JVM: 'jprof attach' begins");
        }
        return Map.of("recording", "no");
    }

    private void load() throws IOException {
        Path jar = AgentJar.extract();
        boolean seen = files.sees(jar);
        Path known = seen ? jar : mailbox.path.resolve(String.valueOf(jar.getFileName()));
        mailbox.make();
        if (!seen) {
            files.copy(jar, known);
        }
        AgentLoading.load(pid, known, "mailbox=" + mailbox.path);
    }

    public boolean isAlive() {
        return process.isAlive();
    }
}
