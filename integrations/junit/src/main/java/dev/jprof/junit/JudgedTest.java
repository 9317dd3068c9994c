package dev.jprof.junit;

import dev.jprof.api.Jprof;
import dev.jprof.api.Profile;
import dev.jprof.api.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.opentest4j.AssertionFailedError;

/** A test that is recorded once, and what came of it: its own result or exception, and what is said of its limits. */
final class JudgedTest<T> {
    private static final String NO_AGENT = "there is no jprof agent in this JVM: start the tests with"
            + " -javaagent:jprof-agent.jar (Surefire: argLine; 'jprof agent-jar' says where it is)";
    private static final String FOLDED = "the agent had no memory to keep all methods apart: raise its option nodes=";

    private final Invocation<T> invocation;
    private final TestName name;
    private T result;

    /** What the test threw, or null. */
    private Throwable thrown;

    JudgedTest(Invocation<T> invocation, TestName name) {
        this.invocation = invocation;
        this.name = name;
    }

    /** Runs the test; returns what its limits or the lack of an agent make it fail with, or null. */
    AssertionFailedError verdict(ExtensionContext running) throws IOException {
        if (!Jprof.isActive()) {
            invocation.skip();
            AssertionFailedError absent = notJudged(NO_AGENT);
            thrown = absent;
            return absent;
        }
        Limits limits = Limits.of(running);
        Profile profile;
        String disturbance;
        try (RunningTests.Watch watch = RunningTests.watch(running, limits.scope)) {
            profile = recorded(limits);
            disturbance = watch.disturbance();
        }
        if (disturbance != null) {
            return notJudged(disturbance);
        }
        if (profile.foldedCalls() > 0) {
            return notJudged(FOLDED);
        }
        List<String> problems = new ArrayList<>();
        for (Limit limit : limits.limits()) {
            problems.addAll(limit.problems(profile, name.type().getClassLoader()));
        }
        return problems.isEmpty() ? null : new AssertionFailedError(String.join("\n", problems));
    }

    /** Returns what the test returned, or throws what it threw. */
    T result() throws Throwable {
        if (thrown != null) {
            throw thrown;
        }
        return result;
    }

    private Profile recorded(Limits limits) throws IOException {
        Session session = Jprof.profile(name.toString(), limits.scope);
        try {
            result = invocation.proceed();
        } catch (Throwable itsOwn) {
            thrown = itsOwn;
        }
        Profile profile = session.stop();
        if (!limits.folder.isEmpty()) {
            write(profile, Paths.get(limits.folder));
        }
        return profile;
    }

    private void write(Profile profile, Path folder) throws IOException {
        try {
            profile.write(Files.createDirectories(folder).resolve(name.file() + ".json"));
        } catch (IOException failed) {
            throw new IOException("its profile can't be written to " + folder + ": " + failed, failed);
        }
    }

    private AssertionFailedError notJudged(String why) {
        return new AssertionFailedError(name + " can't be judged: " + why);
    }
}
