package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.OptionException;
import dev.jprof.cli.attach.AttachedJvm;
import dev.jprof.cli.attach.JvmStatus;
import dev.jprof.cli.attach.Unreachable;
import dev.jprof.cli.top.Snapshots;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.PathCuts;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Snapshots of another JVM. A recording that they began themselves ends with them, and with this process. */
final class LiveSnapshots implements Snapshots, AutoCloseable {
    private static final PathCuts ALL = new PathCuts(List.of(), List.of(), List.of(), List.of());

    private final AttachedJvm jvm;
    private final Times times;
    private final Path folder;
    private final String program;
    private final boolean own;
    private final Console console;
    private volatile boolean silent;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread closing = new Thread(this::end);

    private LiveSnapshots(AttachedJvm jvm, Times times, Path folder, boolean own, String program, Console console) {
        this.jvm = jvm;
        this.times = times;
        this.folder = folder;
        this.own = own;
        this.program = program;
        this.console = console;
    }

    /** Attaches unless the JVM is recorded already. */
    static LiveSnapshots of(AttachedJvm jvm, AgentOptions options, Times times, Console console) throws IOException {
        JvmStatus status = jvm.status();
        boolean own = !status.recording().equals("yes") && !status.recording().equals("delayed");
        if (own ? options.samples() : status.isSampled()) {
            throw new UsageException("'jprof top' shows calls, and a sampled recording has none: "
                    + (own ? "leave out --mode sample" : "'jprof stop " + jvm.pid() + "' ends it"));
        }
        Path folder = Files.createTempDirectory("jprof-top");
        if (own) {
            status = attach(jvm, options, folder);
        }
        LiveSnapshots live = new LiveSnapshots(jvm, times, folder, own, status.text("command"), console);
        Runtime.getRuntime().addShutdownHook(live.closing);
        return live;
    }

    private static JvmStatus attach(AttachedJvm jvm, AgentOptions options, Path folder) throws IOException {
        try {
            return jvm.attach(
                    options.withFile(folder.resolve("end.json").toString()).toAgentArgs());
        } catch (OptionException wrong) {
            delete(folder);
            throw new UsageException(String.valueOf(wrong.getMessage()));
        } catch (IOException | UsageException refused) {
            delete(folder);
            throw refused;
        }
    }

    @Override
    public String title() {
        return "jprof top  " + jvm.pid() + " " + Printable.of(program);
    }

    @Override
    public Profile next() throws IOException {
        Path file = folder.resolve("now.json");
        write(file);
        return times.withoutProbesRow(ProfileReader.read(file), ALL);
    }

    @Override
    public void write(Path file) throws IOException {
        try {
            jvm.dump(file);
            silent = false;
        } catch (Unreachable failed) {
            silent = isAlive();
            throw silent ? failed : ended(failed);
        } catch (IOException | UsageException failed) {
            throw isAlive() && failed instanceof IOException other ? other : ended(failed);
        }
    }

    private IOException ended(Exception failed) {
        return isAlive()
                ? new IOException(failed.getMessage(), failed)
                : new Ended("process " + jvm.pid() + " has ended; what it did since the start:");
    }

    private boolean isAlive() {
        return ProcessHandle.of(jvm.pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(closing);
    }

    private void end() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (own && isAlive()) {
            stop();
        }
        for (String file : List.of("now.json", "end.json")) {
            delete(folder.resolve(file));
        }
        delete(folder);
    }

    private void stop() {
        try {
            if (!silent) {
                jvm.stop(folder.resolve("end.json"));
            }
        } catch (Unreachable forNow) {
            silent = isAlive();
        } catch (IOException | UsageException gone) {
            // The program ended meanwhile, or its recording did.
        }
        if (silent) {
            console.complain("jprof top: process " + jvm.pid() + " does not answer and is still recorded; 'jprof stop "
                    + jvm.pid() + "' ends that");
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            file.toFile().deleteOnExit();
        }
    }
}
