package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class files that test class file tools: old ones, odd ones, broken ones. Each loads, or fails, as without the agent. */
class OddClassesIT {
    private static final String SOURCE = """
            package host;

            import java.io.ByteArrayOutputStream;
            import java.io.InputStream;
            import java.util.Map;
            import java.util.TreeMap;
            import java.util.jar.JarEntry;
            import java.util.jar.JarFile;
            import java.util.Enumeration;

            public class Odd extends ClassLoader {
                final Map<String, byte[]> classes = new TreeMap<>();

                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    byte[] bytes = classes.get(name.replace('.', '/') + ".class");
                    if (bytes == null) throw new ClassNotFoundException(name);
                    return defineClass(null, bytes, 0, bytes.length);
                }

                Object outcome(String file) {
                    try {
                        byte[] bytes = classes.get(file);
                        Class<?> loaded = file.endsWith(".clazz")
                                ? defineClass(null, bytes, 0, bytes.length)
                                : loadClass(file.substring(0, file.length() - 6).replace('/', '.'));
                        Class.forName(loaded.getName(), true, this);
                        return loaded.getDeclaredMethods().length + loaded.getDeclaredFields().length;
                    } catch (Throwable failure) {
                        return failure.getClass();
                    }
                }

                public static void main(String[] args) throws Exception {
                    Odd loader = new Odd();
                    try (JarFile jar = new JarFile(args[0])) {
                        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                            JarEntry entry = entries.nextElement();
                            if (entry.getName().endsWith(".class") || entry.getName().endsWith(".clazz")) {
                                loader.classes.put(entry.getName(), bytes(jar.getInputStream(entry)));
                            }
                        }
                    }
                    for (String file : loader.classes.keySet()) {
                        System.out.println(file + ": " + loader.outcome(file));
                    }
                }

                static byte[] bytes(InputStream in) throws Exception {
                    ByteArrayOutputStream all = new ByteArrayOutputStream();
                    byte[] part = new byte[65536];
                    for (int n = in.read(part); n >= 0; n = in.read(part)) all.write(part, 0, n);
                    return all.toByteArray();
                }
            }
            """;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_loads_or_fails_as_without_the_agent(Jdk jdk) {
        Path odd = Target.jarOf("jdk3/AllInstructions.class");

        ChildJvm.Ended ended = Target.of(folder, 8, "host.Odd", SOURCE)
                .runsTheSame(ChildJvm.on(jdk, folder).with("-Xverify:all"), "jdk=calls", odd.toString());

        assertThat(ended.out().lines()).hasSizeGreaterThan(60);
        assertThat(ended.profile().meta().text("reason", "")).isEqualTo("exit");
    }
}
