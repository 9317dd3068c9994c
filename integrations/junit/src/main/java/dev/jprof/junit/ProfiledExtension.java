package dev.jprof.junit;

import dev.jprof.api.Jprof;
import dev.jprof.api.Profile;
import dev.jprof.api.Session;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

/** Records tests and judges them: what {@link Profiled}, {@link MaxCalls} and {@link MaxTime} register. Stateless. */
public final class ProfiledExtension implements InvocationInterceptor {
    private static final String NO_AGENT = "there is no jprof agent in this JVM: start the tests with"
            + " -javaagent:jprof-agent.jar (Surefire: argLine; 'jprof agent-jar' says where it is)";
    private static final String FOLDED = "the agent had no memory to keep all methods apart: raise its option nodes=";

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        judge(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        judge(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        judge(invocation, context);
    }

    private static void judge(Invocation<Void> invocation, ExtensionContext running) throws Throwable {
        Test test = new Test(running);
        if (!Jprof.isActive()) {
            invocation.skip();
            throw test.notJudged(NO_AGENT);
        }
        Limits limits = Limits.of(test.ofMethod);
        Profile profile;
        String disturbance;
        try (RunningTests.Watch watch = RunningTests.watch(running, limits.scope)) {
            profile = record(invocation, test.name(), limits);
            disturbance = watch.disturbance();
        }
        if (disturbance != null) {
            throw test.notJudged(disturbance);
        }
        if (profile.foldedCalls() > 0) {
            throw test.notJudged(FOLDED);
        }
        List<String> problems = new ArrayList<>();
        for (Limit limit : limits.limits()) {
            problems.addAll(limit.problems(profile, test.type().getClassLoader()));
        }
        if (!problems.isEmpty()) {
            throw new AssertionFailedError(String.join("\n", problems));
        }
    }

    private static Profile record(Invocation<Void> invocation, String name, Limits limits) throws Throwable {
        Session session = Jprof.profile(name, limits.scope);
        try {
            invocation.proceed();
        } finally {
            Profile profile = session.stop();
            if (!limits.folder.isEmpty()) {
                write(profile, Paths.get(limits.folder), name);
            }
        }
        return session.stop();
    }

    private static void write(Profile profile, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        profile.write(folder.resolve(name.replaceAll("[^A-Za-z0-9._$-]+", "-") + ".json"));
    }

    /** A test that runs. */
    private static final class Test {
        private final String id;

        /** That of the method with the annotations: a dynamic test is below the one that made it. */
        final ExtensionContext ofMethod;

        Test(ExtensionContext running) {
            id = running.getUniqueId();
            ExtensionContext context = running;
            while (!context.getTestMethod().isPresent() && context.getParent().isPresent()) {
                context = context.getParent().get();
            }
            ofMethod = context;
        }

        Class<?> type() {
            return ofMethod.getRequiredTestClass();
        }

        /** {@code OrdersTest.lists}; of repeated, parameterized and dynamic tests with the number of the invocation. */
        String name() {
            String typeName = type().getName();
            int number = id.lastIndexOf('#');
            boolean numbered = number > id.lastIndexOf('/') && number < id.length() - 1;
            return typeName.substring(typeName.lastIndexOf('.') + 1) + "."
                    + ofMethod.getRequiredTestMethod().getName()
                    + (numbered ? "-" + id.substring(number + 1, id.length() - 1) : "");
        }

        AssertionFailedError notJudged(String why) {
            return new AssertionFailedError(name() + " can't be judged: " + why);
        }
    }
}
