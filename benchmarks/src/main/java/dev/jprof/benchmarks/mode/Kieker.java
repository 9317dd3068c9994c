package dev.jprof.benchmarks.mode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Kieker's Byte Buddy agent with its binary file writer: a record for every call. */
public record Kieker(Jdk jdk, Path agent) implements Mode {
    private static final String WRITER = "-Dkieker.monitoring.writer.filesystem.FileWriter.";

    @Override
    public String name() {
        return "kieker";
    }

    @Override
    public String description() {
        return "a record for every call, to be analysed afterwards";
    }

    @Override
    public String obstacle() {
        return Files.exists(agent) ? "" : "Maven could not bring net.kieker-monitoring:kieker";
    }

    @Override
    public long mostCalls() {
        return 1_000_000;
    }

    @Override
    public List<String> flags(List<String> packages, Path output) {
        return List.of(
                "-javaagent:" + agent,
                WRITER + "customStoragePath=" + output,
                WRITER + "logStreamHandler=kieker.monitoring.writer.filesystem.BinaryLogStreamHandler");
    }

    @Override
    public Map<String, String> environment(List<String> packages) {
        return Map.of(
                "KIEKER_SIGNATURES_INCLUDE",
                packages.stream().map(name -> name + "*").collect(Collectors.joining(";")));
    }
}
