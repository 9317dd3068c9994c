package dev.jprof.cli.top;

import dev.jprof.report.view.SortKey;
import java.util.HashSet;
import java.util.Set;

/** What a person has chosen to see, changed by keys. Confined to one thread. */
final class Board {
    /** What the lines stand for. */
    enum View {
        METHODS,
        THREADS,
        TREE
    }

    private final Set<String> open = new HashSet<>();
    private View view = View.METHODS;
    private SortKey sort = SortKey.SELF;
    private boolean interval = true;
    private boolean paused;
    private boolean help;
    private boolean typing;
    private String search = "";
    private String message = "";
    private int selected;

    View view() {
        return view;
    }

    SortKey sort() {
        return sort;
    }

    boolean interval() {
        return interval;
    }

    boolean paused() {
        return paused;
    }

    boolean help() {
        return help;
    }

    /** Whether keys are letters of what is searched for. */
    boolean typing() {
        return typing;
    }

    String search() {
        return search;
    }

    String message() {
        return message;
    }

    int selected() {
        return selected;
    }

    boolean isOpen(String path) {
        return open.contains(path);
    }

    void say(String line) {
        message = line;
    }

    /** Keeps the selection among so many lines. */
    void limit(int lines) {
        selected = Math.max(0, Math.min(selected, lines - 1));
    }

    void move(int lines) {
        selected += lines;
    }

    void open(String path, boolean opened) {
        if (opened) {
            open.add(path);
        } else {
            open.remove(path);
        }
    }

    void type(int letter) {
        search += Character.toString(letter);
        selected = 0;
    }

    void erase() {
        search = search.isEmpty() ? "" : search.substring(0, search.offsetByCodePoints(search.length(), -1));
    }

    /** Ends typing; what was typed goes on to select unless it is dropped. */
    void endTyping(boolean drop) {
        typing = false;
        search = drop ? "" : search;
    }

    /** Keys that change nothing but what is seen. */
    void press(Key key) {
        message = "";
        switch (key) {
            case NEXT_VIEW -> show(next());
            case METHODS -> show(View.METHODS);
            case THREADS -> show(View.THREADS);
            case TREE -> show(View.TREE);
            case BY_SELF -> sort = SortKey.SELF;
            case BY_TOTAL -> sort = SortKey.TOTAL;
            case BY_CALLS -> sort = SortKey.CALLS;
            case INTERVAL -> interval = !interval;
            case PAUSE -> paused = !paused;
            case HELP -> help = !help;
            case SEARCH -> typing = true;
            case ESCAPE -> {
                help = false;
                search = "";
            }
            default -> {}
        }
    }

    private View next() {
        return switch (view) {
            case METHODS -> View.THREADS;
            case THREADS -> View.TREE;
            case TREE -> View.METHODS;
        };
    }

    private void show(View wanted) {
        view = wanted;
        selected = 0;
    }
}
