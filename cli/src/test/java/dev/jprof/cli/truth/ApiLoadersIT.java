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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The api finds the agent from whatever class loader it is in, several times in one JVM. */
class ApiLoadersIT {
    private static final String GUEST = """
            package guest;

            import dev.jprof.api.*;

            public class Guest implements Runnable {
                public void run() {
                    Session session = Jprof.profile("guest");
                    for (int i = 0; i < 100; i++) step(i);
                    System.out.println(session.stop().calls("guest.Guest.step"));
                }
                static int step(int i) { return String.valueOf(i).length(); }
            }
            """;

    @TempDir
    private Path folder;

    static Collection<Jdk> jdks() {
        return InstalledJdks.all();
    }

    private void guest() {
        Javac.compile(8, folder.resolve("guests"), "guest.Guest", GUEST, Built.jar("api"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void two_web_applications_with_an_api_each(Jdk jdk) {
        guest();
        Target host = Target.of(folder, 8, "host.Host", """
                package host;

                import java.io.File;
                import java.net.URL;
                import java.net.URLClassLoader;

                public class Host {
                    static class Own extends URLClassLoader {
                        Own(URL[] urls) { super(urls, Host.class.getClassLoader()); }
                        @Override
                        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                            if (name.startsWith("java.")) return super.loadClass(name, resolve);
                            Class<?> loaded = findLoadedClass(name);
                            return loaded != null ? loaded : findClass(name);
                        }
                    }
                    public static void main(String[] args) throws Exception {
                        URL[] urls = {new File(args[0]).toURI().toURL(), new File(args[1]).toURI().toURL()};
                        for (ClassLoader loader : new ClassLoader[] {new Own(urls), new Own(urls), new URLClassLoader(urls, null)}) {
                            Thread.currentThread().setContextClassLoader(loader);
                            ((Runnable) loader.loadClass("guest.Guest").getDeclaredConstructor().newInstance()).run();
                        }
                    }
                }
                """);

        ChildJvm.Ended ended = host.run(
                ChildJvm.on(jdk, folder).withAgent("include=guest.*"),
                folder.resolve("guests").toString(),
                Built.jar("api").toString());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("100\n100\n100\n");
        assertThat(Counts.of(ended.profile()).calls("guest.Guest.step")).isEqualTo(300);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_bundle_that_imports_the_api_as_another_bundle(Jdk jdk) throws IOException {
        guest();
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
                        call(context, "installBundle", String.class, "file:" + args[1]);
                        Object bundle = call(context, "installBundle", String.class, "file:guest.jar");
                        Class<?> guest = (Class<?>) call(bundle, "loadClass", String.class, "guest.Guest");
                        ((Runnable) guest.getDeclaredConstructor().newInstance()).run();
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

        ChildJvm.Ended ended = host.withJar(Target.jarOf("org/apache/felix/framework/FrameworkFactory.class"))
                .run(
                        ChildJvm.on(jdk, folder).withAgent("include=guest.*"),
                        folder.resolve("cache").toString(),
                        Built.jar("api").toString());

        assertThat(ended.err()).doesNotContain("jprof");
        assertThat(ended.out()).isEqualTo("100\n");
    }

    private void bundle(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "guest");
        manifest.getMainAttributes().putValue("Import-Package", "dev.jprof.api");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest)) {
            entries.putNextEntry(new JarEntry("guest/Guest.class"));
            Files.copy(folder.resolve("guests/guest/Guest.class"), entries);
        }
    }
}
