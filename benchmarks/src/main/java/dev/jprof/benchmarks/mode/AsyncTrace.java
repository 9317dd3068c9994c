package dev.jprof.benchmarks.mode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The method tracing of async-profiler: an event with a stack for every call. */
public record AsyncTrace(Jdk jdk, Path agent) implements Mode {
    @Override
    public String name() {
        return "async-trace";
    }

    @Override
    public String description() {
        return "an event with its stack for every call, to be analysed afterwards";
    }

    @Override
    public String obstacle() {
        return Files.exists(agent) ? "" : "Maven could not bring tools.profiler:async-profiler";
    }

    @Override
    public long mostCalls() {
        return 1_000_000;
    }

    @Override
    public List<String> flags(List<String> packages, Path output) {
        String traced = packages.stream().map(name -> ",trace=" + name + "*.*").collect(Collectors.joining());
        return List.of("-javaagent:" + agent + "=start,jfr" + traced + ",file=" + output.resolve("trace.jfr"));
    }
}
