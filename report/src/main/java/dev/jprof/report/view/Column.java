package dev.jprof.report.view;

import java.util.ArrayList;
import java.util.List;

/** A column of the method table. */
public enum Column {
    CALLS("ncalls", "ncalls", 9),
    PRIMITIVE_CALLS("pcalls", "pcalls", 9),
    SAMPLES("samples", "samples", 9),
    SELF("tottime", "tottime", 8),
    SELF_ERROR("toterr", "±", 8),
    SELF_PER_CALL("percall", "percall", 8),
    TOTAL("cumtime", "cumtime", 8),
    TOTAL_ERROR("cumerr", "±", 8),
    TOTAL_PER_CALL("cumpercall", "percall", 8),
    SELF_PERCENT("%self", "%self", 6),
    TOTAL_PERCENT("%total", "%total", 6),
    ERRORS("errors", "errors", 7),
    OPEN("open", "open", 7),
    THREADS("threads", "threads", 7),
    RUNNING("running", "running", 8),
    WAITING("waiting", "waiting", 8),
    P50("p50", "p50", 8),
    P99("p99", "p99", 8),
    MAX("max", "max", 8),
    ALLOC("alloc", "alloc", 8),
    ALLOC_ERROR("allocerr", "±", 8),
    ALLOC_PER_CALL("allocpercall", "percall", 8),
    TOTAL_ALLOC("cumalloc", "cumalloc", 8),
    NAME("name", "", 0);

    /** What the table of pstats has. */
    public static final List<Column> DEFAULT = List.of(CALLS, SELF, SELF_PER_CALL, TOTAL, TOTAL_PER_CALL, NAME);

    /** What a sampled profile has instead. */
    private static final List<Column> OF_SAMPLES =
            List.of(SAMPLES, SELF, SELF_ERROR, SELF_PERCENT, TOTAL, TOTAL_ERROR, TOTAL_PERCENT, NAME);

    /** What it has when something else than its samples is shown. */
    private static final List<Column> OF_WEIGHTS = List.of(SELF, SELF_PERCENT, TOTAL, TOTAL_PERCENT, NAME);

    private final String word;
    private final String title;
    private final int width;

    Column(String word, String title, int width) {
        this.word = word;
        this.title = title;
        this.width = width;
    }

    /** The name by which the column is asked for. */
    public String word() {
        return word;
    }

    /** The least width in a text table. */
    public int width() {
        return width;
    }

    /** What a profile has when nobody asks for columns. */
    public static List<Column> of(Summary summary) {
        return !summary.sampled() ? DEFAULT : summary.weight().isEmpty() ? OF_SAMPLES : OF_WEIGHTS;
    }

    /** The columns of a view and those that its rows are ordered by, in front of names. */
    static List<Column> with(List<Column> columns, SortOrder order, boolean sampled) {
        List<Column> all = new ArrayList<>(columns);
        for (SortKey key : order.keys()) {
            if (!all.contains(key.column(sampled))) {
                int last = all.size() - 1;
                all.add(all.get(last) == NAME ? last : last + 1, key.column(sampled));
            }
        }
        return all;
    }

    /** The words of {@code --columns}, each of them one column or several with commas between; none for no words. */
    public static List<Column> parse(List<String> words) {
        List<Column> columns = new ArrayList<>();
        for (String list : words) {
            for (String word : list.split(",", -1)) {
                columns.add(of(word.strip()));
            }
        }
        return columns;
    }

    /** What {@link #parse} takes. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Column column : values()) {
            words.add(column.word);
        }
        return words;
    }

    /** Another name for it, the way it is written elsewhere: {@code tottime±}. */
    private String sign() {
        return switch (this) {
            case SELF_ERROR -> "tottime±";
            case TOTAL_ERROR -> "cumtime±";
            case ALLOC_ERROR -> "alloc±";
            default -> word;
        };
    }

    /** The column's heading; {@code cumpercall} is called {@code percall} by people and must not be by programs. */
    String title(String ofNames, Numbers numbers) {
        return switch (this) {
            case NAME -> numbers.plain() ? word : ofNames;
            case SELF -> numbers.isTime() ? title + numbers.unit().suffix() : "self";
            case TOTAL -> numbers.isTime() ? title + numbers.unit().suffix() : "total";
            case SELF_ERROR, TOTAL_ERROR, SELF_PER_CALL, TOTAL_PER_CALL, RUNNING, WAITING, P50, P99, MAX ->
                (numbers.plain() ? word : title) + numbers.unit().suffix();
            case ALLOC_ERROR, ALLOC_PER_CALL -> numbers.plain() ? word : title;
            default -> title;
        };
    }

    String cell(Row row, double whole, Numbers numbers) {
        return row.sampled() && isOfCalls() ? "" : known(row, whole, numbers);
    }

    /** Whether only a profile that counts calls has it. */
    private boolean isOfCalls() {
        return switch (this) {
            case CALLS, PRIMITIVE_CALLS, SELF_PER_CALL, TOTAL_PER_CALL, ERRORS, OPEN, RUNNING, WAITING -> true;
            default -> false;
        };
    }

    private String known(Row row, double whole, Numbers numbers) {
        return switch (this) {
            case CALLS -> numbers.calls(row.calls(), row.primitiveCalls());
            case PRIMITIVE_CALLS -> numbers.count(row.primitiveCalls());
            case SAMPLES -> row.sampled() ? numbers.count(row.calls()) : "";
            case SELF -> numbers.time(row.self());
            case SELF_ERROR -> error(row.stats().bars().self(), numbers);
            case SELF_PER_CALL -> numbers.timePer(row.self(), row.calls());
            case TOTAL -> numbers.time(row.total());
            case TOTAL_ERROR -> error(row.stats().bars().total(), numbers);
            case TOTAL_PER_CALL -> numbers.timePer(row.total(), row.primitiveCalls());
            case SELF_PERCENT -> numbers.percent(row.self(), whole);
            case TOTAL_PERCENT -> numbers.percent(row.total(), whole);
            case ERRORS -> numbers.count(row.stats().errors());
            case OPEN -> numbers.count(row.stats().open());
            case THREADS -> numbers.count(row.stats().threads());
            case RUNNING -> numbers.time(row.self() - row.stats().waiting());
            case WAITING -> numbers.time(row.stats().waiting());
            case P50 -> duration(row, row.histogram().quantile(0.5), numbers);
            case P99 -> duration(row, row.histogram().quantile(0.99), numbers);
            case MAX -> duration(row, row.histogram().max(), numbers);
            case ALLOC -> bytes(row, row.allocated().self(), numbers);
            case ALLOC_ERROR -> bytes(row, Math.rint(row.allocated().bar()), numbers);
            case ALLOC_PER_CALL ->
                row.calls() == 0
                        ? ""
                        : bytes(row, Math.rint((double) row.allocated().self() / row.calls()), numbers);
            case TOTAL_ALLOC -> bytes(row, row.allocated().total(), numbers);
            case NAME -> row.printed();
        };
    }

    /** How far the column's number can be trusted. */
    Trust trust(Row row, Numbers numbers) {
        return switch (this) {
            case SELF -> Trust.ofSelf(row.stats(), numbers.unit());
            case TOTAL -> Trust.ofTotal(row.stats(), numbers.unit());
            case ALLOC -> Trust.ofBytes(row.allocated());
            case P50, P99, MAX -> row.hasEstimatedDurations() ? Trust.SAMPLE : Trust.SURE;
            default -> Trust.SURE;
        };
    }

    private static String error(double bar, Numbers numbers) {
        return Double.isNaN(bar) ? "" : numbers.time(Math.rint(bar));
    }

    private static String bytes(Row row, double bytes, Numbers numbers) {
        if (!row.allocated().known()) {
            return numbers.plain() ? "" : "-";
        }
        return numbers.bytes(bytes);
    }

    private static String duration(Row row, double nanoseconds, Numbers numbers) {
        if (row.histogram().isEmpty()) {
            return numbers.plain() ? "" : "-";
        }
        return numbers.duration(nanoseconds);
    }

    private static Column of(String word) {
        for (Column column : values()) {
            if (column.word.equals(word) || column.sign().equals(word)) {
                return column;
            }
        }
        throw new UsageException("unknown column '" + Printable.of(word) + "'; the columns, nearest first, are "
                + String.join(", ", Nearest.sorted(word, words())));
    }
}
