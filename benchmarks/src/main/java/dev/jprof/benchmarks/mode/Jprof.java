package dev.jprof.benchmarks.mode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** jprof's agent with default options, but for the classes where a program has a say in them. */
public record Jprof(Jdk jdk, Path agent) implements Mode {
    public static final String PROFILE = "profile.json";

    @Override
    public String name() {
        return "jprof";
    }

    @Override
    public String description() {
        return "exact counts, self and total time, call tree";
    }

    @Override
    public String obstacle() {
        return Files.exists(agent) ? "" : "there is no " + agent;
    }

    @Override
    public long mostCalls() {
        return Long.MAX_VALUE;
    }

    @Override
    public List<String> flags(List<String> packages, Path output) {
        String include = packages.stream().map(name -> name + "*").collect(Collectors.joining(":"));
        // Room for the largest call tree that is measured, on machines of any size.
        return List.of(
                "-javaagent:" + agent + "=nodes=2000000,include=" + include + ",file=" + output.resolve(PROFILE));
    }
}
