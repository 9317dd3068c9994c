package dev.jprof.benchmarks.mode;

import java.nio.file.Path;
import java.util.List;

/** jprof's agent with probes that read allocated bytes, too. */
public record JprofAlloc(Jprof jprof) implements JprofVariant {
    @Override
    public String name() {
        return "jprof-alloc";
    }

    @Override
    public String description() {
        return jprof.description() + ", allocated bytes of each method";
    }

    @Override
    public List<String> flags(List<String> packages, Path output) {
        return jprof.flags(packages, output).stream()
                .map(flag -> flag + ",alloc=on")
                .toList();
    }
}
