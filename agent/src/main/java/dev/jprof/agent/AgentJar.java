package dev.jprof.agent;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar that this code was loaded from, read as a file: its resources by URL would cost a tenth of the start-up time. */
final class AgentJar {
    private static final String SUFFIX = ".class";

    private AgentJar() {}

    static String version() {
        String version = AgentJar.class.getPackage().getImplementationVersion();
        return version == null ? "?" : version;
    }

    private static ZipFile open() throws Exception {
        return new ZipFile(new File(AgentJar.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
    }

    /** The bytes of one class of the jar, which is named with slashes. */
    static byte[] classFile(String name) throws Exception {
        ZipFile zip = open();
        try {
            return bytes(zip, zip.getEntry(name + SUFFIX));
        } finally {
            zip.close();
        }
    }

    /** The bytes of all classes whose name, with slashes, begins with {@code prefix}, by name. */
    static Map<String, byte[]> classes(String prefix) throws Exception {
        Map<String, byte[]> classes = new HashMap<String, byte[]>();
        ZipFile zip = open();
        try {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith(prefix) && name.endsWith(SUFFIX)) {
                    classes.put(name.substring(0, name.length() - SUFFIX.length()), bytes(zip, entry));
                }
            }
        } finally {
            zip.close();
        }
        return classes;
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        byte[] bytes = new byte[(int) entry.getSize()];
        DataInputStream in = new DataInputStream(zip.getInputStream(entry));
        try {
            in.readFully(bytes);
        } finally {
            in.close();
        }
        return bytes;
    }
}
