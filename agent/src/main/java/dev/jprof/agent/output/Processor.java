package dev.jprof.agent.output;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** What the system calls the processor. */
final class Processor {
    private static final int MOST_LINES = 100;

    private Processor() {}

    /** The model, or an empty text where the system does not say it in a file or variable. */
    static String model() {
        try {
            Reader file = new InputStreamReader(new FileInputStream("/proc/cpuinfo"), StandardCharsets.UTF_8);
            try {
                return model(new BufferedReader(file));
            } finally {
                file.close();
            }
        } catch (IOException notLinux) {
            String windows = System.getenv("PROCESSOR_IDENTIFIER");
            return windows == null ? "" : windows;
        }
    }

    /** Of a file like /proc/cpuinfo: ARM gives numbers for maker and part instead of a name. */
    static String model(BufferedReader file) throws IOException {
        String implementer = "";
        String part = "";
        for (int i = 0; i < MOST_LINES; i++) {
            String line = file.readLine();
            if (line == null) {
                break;
            }
            int colon = line.indexOf(':');
            String key = colon < 0 ? "" : line.substring(0, colon).trim();
            if (key.equals("model name")) {
                return line.substring(colon + 1).trim();
            } else if (key.equals("CPU implementer")) {
                implementer = line.substring(colon + 1).trim();
            } else if (key.equals("CPU part")) {
                part = line.substring(colon + 1).trim();
            }
        }
        return (implementer + " " + part).trim();
    }
}
