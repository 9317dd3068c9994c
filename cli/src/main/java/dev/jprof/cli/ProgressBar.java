package dev.jprof.cli;

/** A bar on the terminal, as wide as 24 characters. */
final class ProgressBar {
    private static final int WIDTH = 24;

    private ProgressBar() {}

    static String of(long done, long all) {
        int full = (int) (WIDTH * Math.min(done, all) / all);
        return Terminal.showsBoxes()
                ? "━".repeat(full) + "┄".repeat(WIDTH - full)
                : "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }
}
