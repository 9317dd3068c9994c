package dev.jprof.cli.record;

/** The two that are compared. */
public enum Side {
    BASE("base"),
    NEW("new");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /** Returns the name of the side's folder and of the option that gives its command. */
    public String word() {
        return word;
    }

    Side other() {
        return this == BASE ? NEW : BASE;
    }
}
