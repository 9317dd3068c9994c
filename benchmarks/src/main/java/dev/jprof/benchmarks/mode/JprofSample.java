package dev.jprof.benchmarks.mode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** jprof's agent without probes, sampling at its default rate. */
public record JprofSample(Jdk jdk, Path agent) implements Mode {
    @Override
    public String name() {
        return "jprof-sample";
    }

    @Override
    public String description() {
        return "samples: shares of CPU time, waiting, allocation; no counts";
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
        return List.of("-javaagent:" + agent + "=mode=sample,file=" + output.resolve(Jprof.PROFILE));
    }
}
