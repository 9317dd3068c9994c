package dev.jprof.cli.attach;

import dev.jprof.cli.truth.Javac;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An agent that makes the bytes of one class useless whenever somebody has that class transformed anew. */
final class Spoiler {
    private static final String SOURCE = """
            package spoil;

            import java.lang.instrument.*;
            import java.security.ProtectionDomain;
            import java.nio.charset.StandardCharsets;

            public class Spoiler {
                public static void premain(final String spoiled, Instrumentation instrumentation) {
                    instrumentation.addTransformer(new ClassFileTransformer() {
                        @Override public byte[] transform(
                                ClassLoader loader, String name, Class<?> known, ProtectionDomain domain, byte[] bytes) {
                            if (known == null || !spoiled.equals(name)) return null;
                            String text = new String(bytes, StandardCharsets.ISO_8859_1);
                            return text.replace("java/lang/Object", "java/lang/Objekt")
                                .getBytes(StandardCharsets.ISO_8859_1);
                        }
                    }, true);
                }
            }
            """;

    private Spoiler() {}

    static Path jar(Path folder) throws IOException {
        Path classes = folder.resolve("spoiler");
        Javac.compile(8, classes, "spoil.Spoiler", SOURCE);
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", "spoil.Spoiler");
        attributes.putValue("Can-Retransform-Classes", "true");
        Path jar = folder.resolve("spoiler.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String name : new String[] {"spoil/Spoiler.class", "spoil/Spoiler$1.class"}) {
                out.putNextEntry(new JarEntry(name));
                Files.copy(classes.resolve(name), out);
            }
        }
        return jar;
    }
}
