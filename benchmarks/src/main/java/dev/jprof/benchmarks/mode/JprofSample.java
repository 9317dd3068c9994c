package dev.jprof.benchmarks.mode;

import java.nio.file.Path;
import java.util.List;

/** jprof's agent without probes, sampling at its default rate. */
public record JprofSample(Jprof jprof) implements JprofVariant {
    @Override
    public String name() {
        return "jprof-sample";
    }

    @Override
    public String description() {
        return "samples: shares of CPU time, waiting, allocation; no counts";
    }

    @Override
    public List<String> flags(List<String> packages, Path output) {
        return List.of("-javaagent:" + jprof.agent() + "=mode=sample,file=" + output.resolve(Jprof.PROFILE));
    }
}
