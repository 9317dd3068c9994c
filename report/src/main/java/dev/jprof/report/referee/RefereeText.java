package dev.jprof.report.referee;

import dev.jprof.report.io.Json;
import dev.jprof.report.model.MethodKey;
import dev.jprof.report.view.Grid;
import dev.jprof.report.view.Numbers;
import dev.jprof.report.view.Printable;
import dev.jprof.report.view.Unit;
import dev.jprof.report.view.format.TextGrid;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the referee's table is written.
 *
 * @param limit how many rows at most
 */
public record RefereeText(Referee referee, int limit, boolean bold) {
    private static final Numbers NUMBERS = new Numbers(Unit.S, false);

    public void text(Appendable out) throws IOException {
        for (String line : head()) {
            out.append(line).append('\n');
        }
        out.append('\n');
        TextGrid.write(grid(), bold, out);
        out.append('\n').append(foot()).append('\n');
    }

    private List<String> head() {
        String samples = NUMBERS.count(referee.samples()) + " samples";
        String elsewhere = referee.elsewhere() == 0
                ? ""
                : ", " + NUMBERS.count(referee.elsewhere()) + " more outside of instrumented methods";
        return List.of(
                "         with probes: " + NUMBERS.time(referee.runningNanos()) + " seconds of self time"
                        + (referee.isOfWallTime() ? "" : " without waiting"),
                "         without: " + samples + event() + elsewhere);
    }

    private String event() {
        return referee.sampledMeta().values().get("event") instanceof String event ? " of " + Printable.of(event) : "";
    }

    private String foot() {
        int all = referee.rows().size();
        String methods = NUMBERS.count(all) + (all == 1 ? " method" : " methods");
        return referee.distorted() == 0
                ? "The samples contradict the share of none of " + methods + "."
                : "! The samples contradict the shares of " + NUMBERS.count(referee.distorted()) + " of " + methods
                        + ": probes make them too large or too small,\n  the runs did not do the same, or samples are lost there"
                        + " (exact binomial tests, false discovery rate 5 %)." + waiting();
    }

    private String waiting() {
        return referee.hasUnseenWaiting()
                ? "\n  Wall time has waiting for sockets and files in it, which these samples do not see."
                : "";
    }

    /** Titles and cells, for whatever layout. */
    public Grid grid() {
        Grid grid = new Grid();
        grid.column("probes", 7, false);
        grid.column("sampled", 7, false);
        grid.column("95 % interval", 13, false);
        grid.column("samples", 7, false);
        grid.column("", 11, true);
        grid.column("method", 6, true);
        Map<String, Integer> overloads = new HashMap<>();
        referee.rows().forEach(row -> overloads.merge(row.method().qualifiedName(), 1, Integer::sum));
        referee.rows().stream().limit(limit).forEach(row -> {
            grid.row();
            grid.cell(percent(row.share()));
            grid.cell(percent(row.sampled().share()));
            grid.cell(percent(row.sampled().low()) + " .. "
                    + percent(row.sampled().high()));
            grid.cell(NUMBERS.count(row.sampled().met()));
            grid.cell(row.ruling() == Ruling.FITS ? "" : "! " + row.ruling().word());
            grid.cell(name(row.method(), overloads));
        });
        return grid;
    }

    private static String name(MethodKey method, Map<String, Integer> overloads) {
        String name = method.qualifiedName();
        return Printable.of(overloads.getOrDefault(name, 1) > 1 ? name + method.descriptor() : name);
    }

    private static String percent(double share) {
        return NUMBERS.percent(share, 1);
    }

    /** For programs: shares from 0 to 1, raw JVM names. */
    public void json(Json json) {
        json.startObject().field("format", "jprof-referee/1");
        json.field("runningNs", referee.runningNanos()).field("samples", referee.samples());
        json.field("samplesElsewhere", referee.elsewhere()).field("distorted", referee.distorted());
        json.key("methods").startArray();
        referee.rows().stream().limit(limit).forEach(row -> {
            json.startObject().field("class", row.method().className());
            json.field("name", row.method().name()).field("desc", row.method().descriptor());
            json.field("share", row.share()).field("sampledShare", row.sampled().share());
            json.field("low", row.sampled().low()).field("high", row.sampled().high());
            json.field("samples", row.sampled().met()).field("p", row.p());
            json.field("ruling", row.ruling().word()).endObject();
        });
        json.endArray().endObject();
    }
}
