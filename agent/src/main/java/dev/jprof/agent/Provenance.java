package dev.jprof.agent;

import dev.jprof.agent.instrument.Batches;
import dev.jprof.agent.instrument.MethodTable;
import dev.jprof.agent.instrument.Skips;
import dev.jprof.agent.instrument.WeavingTransformer;
import dev.jprof.agent.options.AgentOptions;
import dev.jprof.agent.output.Meta;

/** What a profile says of how it was made, apart from its beginning and end. */
final class Provenance {
    private final MethodTable methods;
    private final Skips skips;
    private final WeavingTransformer transformer;
    private final Batches batches;
    private final Ticker ticker;
    private final long pid = ProcessId.get();

    Provenance(MethodTable methods, Skips skips, WeavingTransformer transformer, Batches batches, Ticker ticker) {
        this.methods = methods;
        this.skips = skips;
        this.transformer = transformer;
        this.batches = batches;
        this.ticker = ticker;
    }

    long pid() {
        return pid;
    }

    /** As it is now. */
    Meta meta(String reason, AgentOptions options) {
        Meta meta = new Meta();
        meta.version = AgentJar.version();
        meta.reason = reason;
        meta.clock = options.clock();
        meta.allocations = options.allocations();
        meta.histograms = options.histograms();
        meta.pid = pid;
        meta.options = options.asMap();
        meta.ticks = ticker.ticks();
        meta.tickNanos = ticker.meanNanos();
        meta.gaps = ticker.gaps();
        meta.gapNanos = ticker.gapNanos();
        meta.longestGapNanos = ticker.longestGapNanos();
        meta.tickerWaitNanos = ticker.waitNanos();
        meta.probeCost = ticker.calibration.cost();
        meta.batches = batches.count();
        meta.longestBatchNanos = batches.longestNanos();
        meta.instrumented = transformer.instrumented();
        meta.skipped = transformer.skipped();
        meta.skips = skips;
        meta.methods = methods;
        return meta;
    }
}
