package dev.jprof.cli.shell;

import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Direction;
import dev.jprof.report.view.Grouping;
import dev.jprof.report.view.Relatives;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortKey;
import dev.jprof.report.view.SortOrder;
import dev.jprof.report.view.Stripped;
import dev.jprof.report.view.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What {@code jprof report}, {@code callers} and {@code callees} print. The dearest methods come first, and an order lasts. */
final class OwnTables implements Tables {
    private final Setting setting;
    private Profile read;
    private Profile profile;
    private boolean stripped;
    private SortOrder order = new SortOrder(List.of(SortKey.TOTAL), false);

    OwnTables(Profile read, Setting setting) {
        this.read = read;
        this.setting = setting;
        this.profile = setting.shown(read, List.of());
    }

    @Override
    public void add(Profile more, String source) {
        read = Sum.of(read, more);
        profile = shown(List.of());
    }

    @Override
    public void sort(SortOrder asked) {
        order = asked;
    }

    @Override
    public void reverse() {
        order = new SortOrder(order.keys(), !order.reversed());
    }

    @Override
    public void strip() {
        stripped = true;
        profile = shown(List.of());
    }

    @Override
    public void stats(List<Restriction> restrictions, Writer out) throws IOException {
        Table table = Table.of(profile, Grouping.METHOD, order, restrictions);
        setting.text().table(table, table.columns(List.of()), out);
    }

    @Override
    public void relatives(Direction direction, List<Restriction> restrictions, Writer out) throws IOException {
        setting.text().relatives(Relatives.of(profile, direction, restrictions, order, List.of()), List.of(), out);
    }

    @Override
    public Profile read() {
        return read;
    }

    @Override
    public Profile shown(List<String> focus) {
        Profile shown = setting.shown(read, focus);
        return stripped ? Stripped.of(shown) : shown;
    }
}
