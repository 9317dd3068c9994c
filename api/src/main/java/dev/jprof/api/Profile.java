package dev.jprof.api;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What a session recorded. Counts and times are here; views, from {@link #print()} to {@link #html()}, are those of the artefact
 * jprof-report and need Java 17. Times are raw: what the probes cost is in them, as in profile.json; the views take it out.
 * Immutable.
 */
public final class Profile {
    private static final String CUMULATIVE = "cumtime";

    private final String name;
    /** What was recorded where there is no agent. */
    private static final String EMPTY = "{\"format\":\"jprof/1\",\"meta\":{},"
            + "\"metrics\":[{\"name\":\"calls\",\"unit\":\"count\"},{\"name\":\"self\",\"unit\":\"ns\"}],"
            + "\"methods\":[],\"threads\":[],\"nodes\":{\"parent\":[],\"method\":[],\"calls\":[],\"self\":[]}}\n";

    private final Scope scope;
    private final long wallNanos;
    private final CallTree tree;

    /** Null where there was no agent. */
    private final Callable<?> json;

    private Profile(String name, Scope scope, long wallNanos, CallTree tree, Callable<?> json) {
        this.name = name;
        this.scope = scope;
        this.wallNanos = wallNanos;
        this.tree = tree;
        this.json = json;
    }

    static Profile notRecorded(String name, Scope scope) {
        return new Profile(name, scope, 0, CallTree.empty(), null);
    }

    static Profile of(String name, Scope scope, Map<?, ?> columns) {
        return new Profile(
                name, scope, (Long) columns.get("wall"), new CallTree(columns), (Callable<?>) columns.get("json"));
    }

    public String name() {
        return name;
    }

    public Scope scope() {
        return scope;
    }

    /** Whether there was an agent. Without it all counts and times are 0. */
    public boolean isRecorded() {
        return json != null;
    }

    /** How long the session lasted. */
    public long wallNanos() {
        return wallNanos;
    }

    /** All calls that began in the session. */
    public long calls() {
        long sum = 0;
        for (long ofNode : tree.calls) {
            sum += ofNode;
        }
        return sum;
    }

    /**
     * Calls of the methods that a pattern means, overloads together.
     *
     * @param pattern as {@link MethodPattern} has it
     */
    public long calls(String pattern) {
        return CallTree.sum(tree.calls, tree.matching(MethodPattern.of(pattern)));
    }

    /** Time in these methods themselves. */
    public long selfNanos(String pattern) {
        return CallTree.sum(tree.self, tree.matching(MethodPattern.of(pattern)));
    }

    /** Time in these methods and what they called; what one of them calls of the others counts once. */
    public long totalNanos(String pattern) {
        return CallTree.sum(tree.total, tree.outermost(tree.matching(MethodPattern.of(pattern))));
    }

    /** Calls whose methods the agent had no memory to keep apart; then the counts of methods are too low. */
    public long foldedCalls() {
        long sum = 0;
        for (MethodStats stats : methods()) {
            sum += stats.method().isOverflow() ? stats.calls() : 0;
        }
        return sum;
    }

    /** A row for each method, dearest first. */
    public List<MethodStats> methods() {
        return tree.stats();
    }

    /** The roots of the call trees, one a thread. */
    public List<CallNode> threads() {
        return tree.rootNodes();
    }

    /** The part of the call tree that leads to methods that a pattern means, as text. Needs no views. */
    public String paths(String pattern) {
        return new PathText(tree, tree.matching(MethodPattern.of(pattern))).text();
    }

    /** The table of methods, by cumulative time, on standard output. Without views a plain one. */
    public void print() {
        print(System.out);
    }

    /** The same somewhere else. */
    public void print(PrintStream out) {
        if (!isRecorded()) {
            out.print(nothing());
        } else if (InstalledViews.find() == null) {
            out.print(PlainTable.of(this));
        } else {
            out.print(table(CUMULATIVE, ""));
        }
    }

    /**
     * The table of methods, as {@code jprof report} prints it.
     *
     * @param sort keys such as {@code tottime}, {@code calls}
     * @param limit such as {@code 10}, {@code 0.1} or a regular expression; empty for all rows
     * @throws IllegalStateException where something was recorded and there are no views; so do those below
     */
    public String table(String sort, String limit) {
        return isRecorded() ? InstalledViews.get().table(json(), sort, limit) : nothing();
    }

    /** Who called the methods whose names a regular expression is found in, as {@code jprof callers} prints it. */
    public String callers(String regex) {
        return isRecorded() ? InstalledViews.get().callers(json(), regex) : nothing();
    }

    /** What these methods called, as {@code jprof callees} prints it. */
    public String callees(String regex) {
        return isRecorded() ? InstalledViews.get().callees(json(), regex) : nothing();
    }

    /** The call tree, as {@code jprof tree} prints it. */
    public String tree() {
        return isRecorded() ? InstalledViews.get().tree(json()) : nothing();
    }

    /** The interactive page, as {@code jprof html} writes it. */
    public String html() {
        return isRecorded() ? InstalledViews.get().html(json(), name) : emptyPage();
    }

    private String emptyPage() {
        return "<!DOCTYPE html><meta charset=\"utf-8\"><p>"
                + nothing().replace("&", "&amp;").replace("<", "&lt;");
    }

    private String nothing() {
        return "session '" + name + "' recorded nothing\n";
    }

    /** The same page in a frame, for where HTML is shown inside a page, as in a notebook. */
    public String frame(int heightPixels) {
        String page = html().replace("&", "&amp;").replace("\"", "&quot;");
        return "<iframe style=\"width:100%;height:" + heightPixels + "px;border:0\" srcdoc=\"" + page + "\"></iframe>";
    }

    /** The bytes of a profile.json. */
    public byte[] json() {
        if (json == null) {
            return EMPTY.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return (byte[]) json.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Writes a profile.json that {@code jprof} reads. */
    public void write(Path file) throws IOException {
        Files.write(file, json());
    }

    @Override
    public String toString() {
        return "session '" + name + "': " + calls() + " calls";
    }
}
