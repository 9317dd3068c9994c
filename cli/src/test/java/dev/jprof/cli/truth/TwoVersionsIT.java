package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One class name with two bodies in one JVM. */
class TwoVersionsIT {
    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    /** As where two web applications bring two versions of a library: a leaf in one calls others in the other. */
    @ParameterizedTest
    @MethodSource("jdks")
    void a_method_may_be_a_leaf_in_one_version_of_its_class_only(Jdk jdk) {
        String version = "package guest; public class Guest implements java.util.function.IntUnaryOperator {"
                + " public int applyAsInt(int n) { return %s; } static int help(int n) { return more(n) + 1; }"
                + " static int more(int n) { return Math.abs(n); } }";
        Javac.compile(8, folder.resolve("old"), "guest.Guest", version.formatted("n"));
        Javac.compile(8, folder.resolve("new"), "guest.Guest", version.formatted("help(n)"));
        Target host = Target.of(folder, 8, "host.Versions", """
                package host;

                import java.io.File;
                import java.net.URL;
                import java.net.URLClassLoader;
                import java.util.function.IntUnaryOperator;

                public class Versions {
                    public static void main(String[] args) throws Exception {
                        IntUnaryOperator old = guest(args[0]), young = guest(args[1]);
                        int sum = 0;
                        for (int i = 0; i < 10; i++) sum += run(old, i);
                        for (int i = 0; i < 2000; i++) sum += run(young, i);
                        for (int i = 0; i < 2000; i++) sum += run(old, i);
                        System.out.println(sum);
                    }
                    static IntUnaryOperator guest(String folder) throws Exception {
                        URL[] urls = {new File(folder).toURI().toURL()};
                        ClassLoader loader = new URLClassLoader(urls, null);
                        return (IntUnaryOperator) loader.loadClass("guest.Guest").getDeclaredConstructor().newInstance();
                    }
                    static int run(IntUnaryOperator guest, int n) { return guest.applyAsInt(n); }
                }
                """);

        Counts counts = Counts.of(host.runsTheSame(
                        ChildJvm.on(jdk, folder),
                        "include=guest.*:host.*",
                        folder.resolve("old").toString(),
                        folder.resolve("new").toString())
                .profile());

        assertThat(counts.calls("guest.Guest.applyAsInt")).isEqualTo(4010);
        assertThat(counts.calls("guest.Guest.help")).isEqualTo(2000);
        assertThat(counts.calls("guest.Guest.more")).isEqualTo(2000);
    }
}
