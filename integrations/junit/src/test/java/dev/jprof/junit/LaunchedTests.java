package dev.jprof.junit;

import dev.jprof.cli.jdk.Jdk;
import dev.jprof.cli.truth.Built;
import dev.jprof.cli.truth.ChildJvm;
import dev.jprof.cli.truth.Javac;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Test classes run by JUnit's launcher in a JVM of their own, which prints {@code name: PASSED} or the failure. */
final class LaunchedTests {
    private static final String LAUNCH = """
            import org.junit.platform.engine.*;
            import org.junit.platform.engine.discovery.DiscoverySelectors;
            import org.junit.platform.launcher.*;
            import org.junit.platform.launcher.core.*;

            public class Launch {
                public static void main(String[] args) throws Exception {
                    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
                    for (int i = 0; i < args.length; i++) {
                        int equals = args[i].indexOf('=');
                        if (equals > 0) request.configurationParameter(args[i].substring(0, equals), args[i].substring(equals + 1));
                        else request.selectors(DiscoverySelectors.selectClass(args[i]));
                    }
                    LauncherFactory.create().execute(request.build(), new TestExecutionListener() {
                        @Override
                        public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
                            if (test.isTest() || result.getThrowable().isPresent()) System.out.println(test.getDisplayName() + ": "
                                    + result.getThrowable().map(Throwable::getMessage).orElse("PASSED"));
                        }
                    });
                }
            }
            """;

    private final Path folder;
    private final List<Path> jars = new ArrayList<>();

    /** @param junit the major version */
    LaunchedTests(Path folder, int junit) {
        this.folder = folder;
        jars.add(Built.jar("api"));
        jars.add(Built.jar("integrations/junit"));
        try (Stream<Path> files = Files.list(Path.of("target", "junit" + junit))) {
            files.map(Path::toAbsolutePath).sorted().forEach(jars::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LaunchedTests with(int release, String className, String source) {
        Javac.compile(release, folder.resolve("classes"), className, source, jars.toArray(new Path[0]));
        return this;
    }

    String run(Jdk jdk, String agentOptions, String... arguments) {
        ChildJvm jvm = ChildJvm.on(jdk, folder);
        with(8, "Launch", LAUNCH);
        String classPath = Stream.concat(Stream.of(folder.resolve("classes")), jars.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of("-cp", classPath, "Launch"));
        command.addAll(List.of(arguments));
        ChildJvm.Ended ended =
                (agentOptions.isEmpty() ? jvm : jvm.withAgent(agentOptions)).run(command.toArray(new String[0]));
        if (ended.exitCode() != 0) {
            throw new IllegalStateException(ended.err());
        }
        return ended.out();
    }
}
