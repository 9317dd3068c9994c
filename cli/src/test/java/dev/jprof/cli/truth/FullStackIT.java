package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the stack is full a probe may fail: what the program does then must be what it does without. */
class FullStackIT {
    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void finally_catch_and_synchronized_do_what_they_do(Jdk jdk) {
        Target deep = Target.of(folder, 8, "app.Deep", """
                package app;

                public class Deep {
                    static final Object LOCK = new Object();
                    static int entered, left, caught;
                    static int locked(int depth) { synchronized (LOCK) { return locked(depth + 1) + 1; } }
                    static void counted(int depth) { entered++; try { counted(depth + 1); } finally { left++; } }
                    static int thrown(int depth) {
                        try { return thrown(depth + 1) + 1; } catch (Error e) { caught++; throw e; } finally { caught--; }
                    }
                    static void overflow(int kind) {
                        try {
                            if (kind == 0) locked(0); else if (kind == 1) counted(0); else thrown(0);
                        } catch (StackOverflowError expected) {
                            if (Thread.holdsLock(LOCK)) System.out.println("locked");
                        }
                    }
                    public static void main(String[] args) throws Exception {
                        for (int i = 0; i < 150; i++) {
                            final int kind = i % 3;
                            Thread thread = new Thread(null, new Runnable() {
                                @Override public void run() { for (int j = 0; j < 5; j++) overflow(kind); }
                            }, "deep", (200 + i) << 10);
                            thread.start();
                            thread.join();
                        }
                        System.out.println((entered - left) + " " + caught);
                    }
                }
                """);

        assertThat(deep.runsTheSame(ChildJvm.on(jdk, folder), "include=app.*").out())
                .isEqualTo("0 0\n");
    }
}
