package dev.jprof.benchmarks.harness;

import dev.jprof.benchmarks.mode.Mode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The results as tables that can be read as they are. */
final class Markdown {
    private static final String NOTHING = "-";

    private final StringBuilder text = new StringBuilder();

    private Markdown() {}

    static String of(Machine machine, Settings settings, List<Mode> modes, Results results) {
        var markdown = new Markdown();
        markdown.header(machine, settings);
        markdown.goals(results);
        markdown.modes(modes, results);
        markdown.measurements(results);
        return markdown.text.toString();
    }

    private void header(Machine machine, Settings settings) {
        line("# What profiling costs");
        line("");
        line(machine.date() + ", " + machine.processors() + " x " + machine.processor() + ", " + machine.system()
                + ", JDK "
                + settings.jdk().version() + ", " + (settings.gc().isEmpty() ? "default collector" : settings.gc())
                + ", "
                + settings.pairs() + " pairs a row" + (settings.factor() == 1 ? "" : ", sizes x" + settings.factor()));
        if (machine.isBusy()) {
            line("");
            line(format(
                    "**The machine was busy: its load was %.1f at the start. Don't quote these figures.**",
                    machine.load()));
        }
    }

    private void goals(Results results) {
        line("");
        line("| jprof | goal | better still | measured | |");
        line("|---|---|---|---|---|");
        for (Goal goal : Goals.ALL) {
            OptionalDouble measured = goal.value().apply(results);
            row(
                    goal.what(),
                    format(goal.format(), goal.limit()),
                    Double.isNaN(goal.aim()) ? "" : format(goal.format(), goal.aim()),
                    measured.isPresent() ? format(goal.format(), measured.getAsDouble()) : NOTHING,
                    goal.verdict(results));
        }
    }

    private void modes(List<Mode> modes, Results results) {
        line("");
        line("| profiler | JDK | records | slowdown of call-dense programs, geometric mean | of programs |");
        line("|---|---|---|---|---|");
        for (Mode mode : modes) {
            var dense = results.dense(mode.name());
            OptionalDouble mean =
                    Goals.geometricMean(dense, one -> one.slowdown().median());
            row(
                    mode.name(),
                    mode.jdk().version(),
                    mode.obstacle().isEmpty() ? mode.description() : mode.obstacle(),
                    mean.isPresent() ? format("x%.2f", mean.getAsDouble()) : NOTHING,
                    String.valueOf(dense.size()));
        }
    }

    private void measurements(Results results) {
        line("");
        line(
                "| program | profiler | calls, M | M calls/s bare | bare, s | slowdown | ns a call | process, bare, s | added, s | added at the end, s | added peak, MB |");
        line("|---|---|---|---|---|---|---|---|---|---|---|");
        for (Measurement one : results.measurements()) {
            if (!one.isComplete()) {
                row(one.workload().name(), one.mode().name(), "", "", "", one.problem(), "", "", "", "", "");
                continue;
            }
            boolean hasCalls = one.calls() > 500_000;
            row(
                    one.workload().name(),
                    one.mode().name(),
                    format("%.3f", one.calls() / 1e6),
                    hasCalls ? format("%.0f", one.density()) : NOTHING,
                    format("%.3f", one.bareSeconds().median()),
                    one.hasInside() ? spread("x%.2f", one.slowdown()) : NOTHING,
                    hasCalls ? spread("%.1f", one.nanosPerCall()) : NOTHING,
                    format("%.3f", one.bareWholeSeconds().median()),
                    spread("%.3f", one.addedWholeSeconds()),
                    format("%.3f", one.addedEndSeconds().median()),
                    format("%.0f", one.addedPeakMegabytes().median()));
        }
        results.readingSeconds()
                .ifPresent(seconds -> line("\njprof report on the last profile: " + spread("%.2f s", seconds)));
    }

    private static String spread(String format, Spread spread) {
        return format(format, spread.median()) + " [" + format(format, spread.min()) + " .. "
                + format(format, spread.max()) + "]";
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
