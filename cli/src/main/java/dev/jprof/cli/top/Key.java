package dev.jprof.cli.top;

/** What keys mean. */
enum Key {
    NEXT_VIEW("Tab", "view"),
    METHODS("1", "methods"),
    THREADS("2", "threads"),
    TREE("3", "call tree"),
    BY_SELF("s", "by self"),
    BY_TOTAL("t", "by total"),
    BY_CALLS("c", "by calls"),
    INTERVAL("i", "last second or since start"),
    SEARCH("/", "search"),
    PAUSE("p", "pause"),
    RESET("r", "count from now"),
    WRITE("w", "write snapshot"),
    UP("up", "line up"),
    DOWN("down", "line down"),
    OPEN("right", "open"),
    CLOSE("left", "close"),
    TOGGLE("Enter", "open or close"),
    ESCAPE("Esc", "end search, help"),
    HELP("?", "help"),
    QUIT("q", "quit"),
    LETTER("", "");

    private final String name;
    private final String meaning;

    Key(String name, String meaning) {
        this.name = name;
        this.meaning = meaning;
    }

    /** As it is written on the screen. */
    String label() {
        return name;
    }

    String meaning() {
        return meaning;
    }
}
