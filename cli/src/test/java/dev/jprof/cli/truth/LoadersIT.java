package dev.jprof.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.cli.jdk.InstalledJdks;
import dev.jprof.cli.jdk.Jdk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes of every kind of loader see the probes; classes without a name of their own are left alone. */
class LoadersIT {
    private static final String GUEST = """
            package guest;

            public class Guest implements Runnable {
                public void run() { for (int i = 0; i < 1000; i++) step(i); }
                static int step(int i) { return String.valueOf(i).length(); }
            }
            """;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    static Collection<Jdk> jdksWithHiddenClasses() {
        return InstalledJdks.from(17);
    }

    private void guest(int release) {
        Javac.compile(release, folder.resolve("guests"), "guest.Guest", GUEST);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_loader_without_parent_and_one_that_lets_nothing_through(Jdk jdk) {
        guest(8);
        Target host = Target.of(folder, 8, "host.Host", """
                package host;

                import java.io.File;
                import java.net.URL;
                import java.net.URLClassLoader;

                public class Host {
                    static class Filtering extends URLClassLoader {
                        Filtering(URL[] urls) { super(urls, Host.class.getClassLoader()); }
                        @Override
                        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                            if (name.startsWith("guest.")) {
                                Class<?> loaded = findLoadedClass(name);
                                return loaded != null ? loaded : findClass(name);
                            }
                            if (name.startsWith("java.")) {
                                return super.loadClass(name, resolve);
                            }
                            throw new ClassNotFoundException(name + " is not for guests");
                        }
                    }
                    public static void main(String[] args) throws Exception {
                        URL[] urls = {new File(args[0]).toURI().toURL()};
                        run(new URLClassLoader(urls, null));
                        run(new Filtering(urls));
                    }
                    static void run(ClassLoader loader) throws Exception {
                        ((Runnable) loader.loadClass("guest.Guest").getDeclaredConstructor().newInstance()).run();
                        System.out.println("ran");
                    }
                }
                """);

        ChildJvm.Ended ended = host.runsTheSame(
                ChildJvm.on(jdk, folder),
                "include=guest.*",
                folder.resolve("guests").toString());

        assertThat(ended.out()).isEqualTo("ran\nran\n");
        assertThat(Counts.of(ended.profile()).calls("guest.Guest.step")).isEqualTo(2000);
        assertThat(Counts.of(ended.profile()).calls("guest.Guest.run")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void an_osgi_bundle(Jdk jdk) throws IOException {
        Path felix = Target.jarOf("org/apache/felix/framework/FrameworkFactory.class");
        guest(8);
        bundle(folder.resolve("guest.jar"));
        Target host = Target.of(folder, 8, "host.Framework", """
                package host;

                import java.lang.reflect.Method;
                import java.util.HashMap;
                import java.util.Map;

                public class Framework {
                    public static void main(String[] args) throws Exception {
                        Map<String, String> settings = new HashMap<>();
                        settings.put("org.osgi.framework.storage", args[0]);
                        Object factory = Class.forName("org.apache.felix.framework.FrameworkFactory").getDeclaredConstructor().newInstance();
                        Object framework = call(factory, "newFramework", Map.class, settings);
                        call(framework, "start");
                        Object context = call(framework, "getBundleContext");
                        Object bundle = call(context, "installBundle", String.class, "file:guest.jar");
                        call(bundle, "start");
                        Class<?> guest = (Class<?>) call(bundle, "loadClass", String.class, "guest.Guest");
                        ((Runnable) guest.getDeclaredConstructor().newInstance()).run();
                        System.out.println("ran in a bundle: " + (guest.getClassLoader() != Framework.class.getClassLoader()));
                        System.exit(0);
                    }
                    static Object call(Object target, String name, Object... typeAndValue) throws Exception {
                        Class<?>[] types = typeAndValue.length == 0 ? new Class<?>[0] : new Class<?>[] {(Class<?>) typeAndValue[0]};
                        Method method = target.getClass().getMethod(name, types);
                        method.setAccessible(true);
                        return typeAndValue.length == 0 ? method.invoke(target) : method.invoke(target, typeAndValue[1]);
                    }
                }
                """);

        ChildJvm.Ended ended = host.withJar(felix)
                .runsTheSame(
                        ChildJvm.on(jdk, folder),
                        "include=guest.*",
                        folder.resolve("cache").toString());

        assertThat(ended.out()).isEqualTo("ran in a bundle: true\n");
        assertThat(Counts.of(ended.profile()).calls("guest.Guest.step")).isEqualTo(1000);
    }

    private void bundle(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "guest");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest)) {
            entries.putNextEntry(new JarEntry("guest/Guest.class"));
            Files.copy(folder.resolve("guests/guest/Guest.class"), entries);
        }
    }

    @ParameterizedTest
    @MethodSource("jdksWithHiddenClasses")
    void hidden_classes_are_left_alone(Jdk jdk) {
        Target host = Target.of(folder, 17, "host.Hiding", """
                package host;

                import java.lang.invoke.MethodHandles;
                import java.util.function.IntUnaryOperator;

                public class Hiding {
                    static class Template implements IntUnaryOperator {
                        public int applyAsInt(int n) { return n + 1; }
                    }
                    public static void main(String[] args) throws Exception {
                        byte[] bytes = Hiding.class.getResourceAsStream("Hiding$Template.class").readAllBytes();
                        var hidden = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
                        var operator = (IntUnaryOperator) hidden.getDeclaredConstructor().newInstance();
                        int n = 0;
                        for (int i = 0; i < 100; i++) n = operator.applyAsInt(n);
                        System.out.println(n + " " + hidden.isHidden());
                    }
                }
                """);

        ChildJvm.Ended ended = host.runsTheSame(ChildJvm.on(jdk, folder), "include=host.*");

        assertThat(ended.out()).isEqualTo("100 true\n");
        assertThat(Counts.of(ended.profile()).rows().keySet()).containsExactly("host.Hiding.main");
    }

    /** As generators and loaders of plug-ins may. */
    @ParameterizedTest
    @MethodSource("jdks")
    void a_loader_need_not_say_which_class_it_defines(Jdk jdk) {
        guest(8);
        Target host = Target.of(folder, 8, "host.Nameless", """
                package host;

                import java.io.File;
                import java.nio.file.Files;

                public class Nameless extends ClassLoader {
                    public static void main(String[] args) throws Exception {
                        byte[] bytes = Files.readAllBytes(new File(args[0], "guest/Guest.class").toPath());
                        ((Runnable) new Nameless().defineClass(null, bytes, 0, bytes.length).getDeclaredConstructor().newInstance()).run();
                        System.out.println("ran");
                    }
                }
                """);

        ChildJvm.Ended ended = host.runsTheSame(
                ChildJvm.on(jdk, folder),
                "include=guest.*",
                folder.resolve("guests").toString());

        assertThat(Counts.of(ended.profile()).calls("guest.Guest.step")).isEqualTo(1000);
    }

    @Test
    void a_thousand_loaders_of_one_class_share_its_row() {
        guest(8);
        Target host = Target.of(folder, 8, "host.Many", """
                package host;

                import java.io.File;
                import java.net.URL;
                import java.net.URLClassLoader;

                public class Many {
                    public static void main(String[] args) throws Exception {
                        URL[] urls = {new File(args[0]).toURI().toURL()};
                        for (int i = 0; i < 1000; i++) {
                            try (URLClassLoader loader = new URLClassLoader(urls, null)) {
                                ((Runnable) loader.loadClass("guest.Guest").getDeclaredConstructor().newInstance()).run();
                            }
                        }
                    }
                }
                """);

        ChildJvm.Ended ended = host.runsTheSame(
                ChildJvm.in(folder).with("-Xmx64m"),
                "include=guest.*",
                folder.resolve("guests").toString());

        assertThat(Counts.of(ended.profile()).calls("guest.Guest.step")).isEqualTo(1_000_000);
        assertThat(ended.profile().methods()).hasSize(3);
    }
}
