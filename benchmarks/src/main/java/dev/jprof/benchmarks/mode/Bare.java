package dev.jprof.benchmarks.mode;

import java.nio.file.Path;
import java.util.List;

/** No profiler. */
public record Bare(Jdk jdk) implements Mode {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public String description() {
        return "nothing";
    }

    @Override
    public String obstacle() {
        return "";
    }

    @Override
    public long mostCalls() {
        return Long.MAX_VALUE;
    }

    @Override
    public List<String> flags(List<String> packages, Path output) {
        return List.of();
    }
}
