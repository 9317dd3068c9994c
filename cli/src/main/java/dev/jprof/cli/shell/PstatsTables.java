package dev.jprof.cli.shell;

import dev.jprof.report.export.PstatsTable;
import dev.jprof.report.export.PstatsText;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.Direction;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.SortOrder;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** What Python's pstats prints. Unsorted until asked, and again after adding and stripping. */
final class PstatsTables implements Tables {
    private static final SortOrder UNSORTED = new SortOrder(List.of(), false);

    private final PstatsTable table;
    private final List<String> sources = new ArrayList<>();
    private final Setting setting;
    private Profile read;
    private SortOrder order = UNSORTED;

    PstatsTables(Profile read, String source, Setting setting) {
        this.read = read;
        this.setting = setting;
        this.table = PstatsTable.of(setting.shown(read, List.of()));
        sources.add(source);
    }

    @Override
    public void add(Profile more, String source) {
        read = Sum.of(read, more);
        table.add(PstatsTable.of(setting.shown(more, List.of())));
        sources.add(source);
        order = UNSORTED;
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
        table.strip();
        order = UNSORTED;
    }

    @Override
    public void stats(List<Restriction> restrictions, Writer out) throws IOException {
        setting.printPstats(out, text -> new PstatsText(table, order, restrictions, text).stats(sources));
    }

    @Override
    public void relatives(Direction direction, List<Restriction> restrictions, Writer out) throws IOException {
        setting.printPstats(out, text -> new PstatsText(table, order, restrictions, text).relatives(direction));
    }

    @Override
    public Profile read() {
        return read;
    }

    @Override
    public Profile shown(List<String> focus) {
        return setting.shown(read, focus);
    }
}
