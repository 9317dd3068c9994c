package dev.jprof.cli;

import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.options.Option;
import dev.jprof.agent.options.OptionException;
import dev.jprof.cli.attach.AttachedJvm;
import dev.jprof.cli.attach.JvmStatus;
import dev.jprof.cli.attach.Unreachable;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.io.ProfileWriter;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phases with probes and phases that are sampled without, in turn, in a JVM that runs on. Each is a recording of its own, which begins
 * when the JVM had some time to compile what the change of code threw away; those of a kind are added up in the end. Ctrl-C ends it
 * early, with what there is.
 */
final class Alternation {
    private static final long SETTLING_MILLIS = 1000;
    private static final long STEP_MILLIS = 200;

    private final Console console;
    private final AttachedJvm jvm;
    private final Phases plan;
    private final Kind instrumented;
    private final Kind sampled;
    private final Path folder = Files.createTempDirectory("jprof-both");
    private final TimeBar bar;
    private long recordedMillis;
    private boolean noted;
    private @Nullable Path running;
    private boolean over;

    /** The recordings of one kind, and the profile that they become. */
    private record Kind(AgentOptions options, Path file, List<Path> phases) {
        String name() {
            return phases.isEmpty() ? "no profile at " + file : file.toString();
        }
    }

    /** The options name the files. */
    Alternation(Console console, AttachedJvm jvm, Phases plan, AgentOptions instrumented, AgentOptions sampled)
            throws IOException {
        this.console = console;
        this.jvm = jvm;
        this.plan = plan;
        this.instrumented = new Kind(instrumented, Path.of(instrumented.file()), new ArrayList<>());
        this.sampled = new Kind(sampled, Path.of(sampled.file()), new ArrayList<>());
        this.bar = new TimeBar(console, plan.allMillis());
    }

    /** Returns whether there are profiles of both kinds. */
    boolean run() throws IOException {
        Thread early = new Thread(this::endEarly);
        Runtime.getRuntime().addShutdownHook(early);
        try {
            recordAll();
            bar.clear();
            return finish();
        } finally {
            Runtime.getRuntime().removeShutdownHook(early);
            cleanUp();
        }
    }

    private void recordAll() throws IOException {
        try {
            for (boolean sample : plan.sampled()) {
                if (sample) {
                    recordWithoutProbes();
                } else {
                    recordWithProbes();
                }
            }
        } catch (Unreachable ended) {
            if (jvm.isAlive()) {
                throw ended;
            }
            console.complain("process " + jvm.pid() + " came to its end before the time was over");
        }
    }

    private void recordWithProbes() throws IOException {
        begin(instrumented);
        settle();
        beginAnew();
        pause(plan.millis(), true);
        end();
    }

    private void recordWithoutProbes() throws IOException {
        settle();
        begin(sampled);
        pause(plan.millis(), true);
        end();
    }

    private void settle() throws IOException {
        pause(SETTLING_MILLIS, false);
    }

    private synchronized void begin(Kind kind) throws IOException {
        stayIfOver();
        Path file = phaseFile(instrumented.phases.size() + sampled.phases.size());
        JvmStatus status = jvm.attach(arguments(kind.options, file));
        if (!noted && !status.text("note").isEmpty()) {
            noted = true;
            console.complain("jprof: " + status.text("note"));
        }
        running = file;
        kind.phases.add(file);
    }

    private static String arguments(AgentOptions options, Path file) {
        try {
            return options.withFile(file.toString()).with(Option.DURATION, "0").toAgentArgs();
        } catch (OptionException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private synchronized void beginAnew() throws IOException {
        stayIfOver();
        jvm.beginAnew();
    }

    private synchronized void end() throws IOException {
        stayIfOver();
        stop();
    }

    private void stop() throws IOException {
        if (running != null) {
            jvm.stop(running);
            running = null;
        }
    }

    /** Whoever ended it early ends this process as well. */
    private synchronized void stayIfOver() {
        while (over) {
            try {
                wait();
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pause(long millis, boolean recorded) throws IOException {
        long begin = System.nanoTime();
        long passed = 0;
        while (passed < millis && jvm.isAlive()) {
            bar.show(recordedMillis + (recorded ? passed : 0));
            try {
                Thread.sleep(Math.min(STEP_MILLIS, millis - passed));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                return;
            }
            passed = (System.nanoTime() - begin) / 1_000_000;
        }
        recordedMillis += recorded ? millis : 0;
    }

    private synchronized void endEarly() {
        over = true;
        try {
            stop();
            save();
        } catch (IOException | UsageException failure) {
            console.complain("jprof attach: " + failure.getMessage());
        }
        cleanUp();
    }

    private synchronized boolean finish() throws IOException {
        stayIfOver();
        return save();
    }

    /** A program that came to its end has written the phase that it was in. */
    private boolean save() throws IOException {
        save(instrumented);
        save(sampled);
        console.complain("jprof: instrumented: " + instrumented.name() + "; sampled: " + sampled.name());
        return !instrumented.phases.isEmpty() && !sampled.phases.isEmpty();
    }

    private static void save(Kind kind) throws IOException {
        kind.phases.removeIf(phase -> !Files.exists(phase));
        if (!kind.phases.isEmpty()) {
            Profile sum = ProfileReader.readMerged(kind.phases);
            SavedFile.write(kind.file, () -> ProfileWriter.write(sum, kind.file));
        }
    }

    private void cleanUp() {
        for (int phase = 0; phase < plan.sampled().size(); phase++) {
            phaseFile(phase).toFile().delete();
        }
        folder.toFile().delete();
    }

    private Path phaseFile(int phase) {
        return folder.resolve(phase + ".json");
    }
}
