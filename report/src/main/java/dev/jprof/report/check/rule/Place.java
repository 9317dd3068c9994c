package dev.jprof.report.check.rule;

/**
 * Where a rule, or a mistake in it, was written.
 *
 * @param source a file's name, or an option with its value
 * @param line from 1; 0 where there are no lines
 * @param column from 1
 */
public record Place(String source, int line, int column) {
    /** One that was given as an option's value. */
    public static Place ofOption(String option, String value) {
        return new Place(option + " '" + value + "'", 0, 1);
    }

    Place plus(int columns) {
        return new Place(source, line, column + columns);
    }

    @Override
    public String toString() {
        return line == 0 ? source + ", column " + column : source + ":" + line + ":" + column;
    }
}
