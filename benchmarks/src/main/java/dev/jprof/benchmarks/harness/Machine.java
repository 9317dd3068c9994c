package dev.jprof.benchmarks.harness;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the figures were measured on, and when. */
record Machine(String date, String processor, int processors, String system, double load) {
    static Machine here() {
        return new Machine(
                ZonedDateTime.now(ZoneOffset.UTC)
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                loadBefore());
    }

    /** The load before the benchmark was built, if the script tells, as {@code jprof.load}; else that of now. */
    private static double loadBefore() {
        String told = System.getProperty("jprof.load");
        return told != null
                ? Double.parseDouble(told)
                : ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Whether other programs were running at the start, so that the figures are not worth much. */
    boolean isBusy() {
        return load > 0.5;
    }

    /** With family and model where the system tells them: clouds give processors of several generations one name. */
    private static String processorName() {
        try {
            Map<String, String> first = firstProcessor(Files.readAllLines(Path.of("/proc/cpuinfo")));
            String name = first.getOrDefault("model name", System.getProperty("os.arch"));
            return first.containsKey("cpu family")
                    ? name + " (family " + first.get("cpu family") + ", model " + first.get("model") + ")"
                    : name;
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static Map<String, String> firstProcessor(List<String> lines) {
        return lines.stream()
                .takeWhile(line -> !line.isBlank())
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> parts[1].strip(), (one, other) -> one));
    }
}
