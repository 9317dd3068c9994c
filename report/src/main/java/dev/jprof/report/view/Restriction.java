package dev.jprof.report.view;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One {@code --limit}: how many rows, which share of them or which of them to keep. As a restriction of pstats. */
public sealed interface Restriction {
    /** The kept rows; the same list when nothing is taken away. */
    <T extends Listed> List<T> apply(List<T> rows);

    /** As announced above a list, in Python's notation. */
    String label();

    /** A whole number is a count, a number from 0 to 1 with a point or exponent a share, anything else a pattern. */
    static Restriction parse(String text) {
        if (text.isEmpty()) {
            throw new UsageException("--limit is empty; give a count (10), a share (0.1) or a regular expression");
        }
        if (text.matches("[+-]?[0-9]+")) {
            return Count.of(text);
        }
        if (text.matches("[+-]?([0-9]+\\.[0-9]*|\\.[0-9]+|[0-9]+(?=[eE]))([eE][+-]?[0-9]{1,3})?")) {
            return Share.of(text);
        }
        return new Matching(text, PythonRegex.compile(text));
    }

    /** The first rows. */
    record Count(BigInteger count) implements Restriction {
        static Count of(String text) {
            BigInteger count = new BigInteger(text);
            if (count.signum() < 0) {
                throw new UsageException("--limit " + text + " is negative; a count starts at 0");
            }
            return new Count(count);
        }

        @Override
        public <T extends Listed> List<T> apply(List<T> rows) {
            boolean fewer = count.compareTo(BigInteger.valueOf(rows.size())) < 0;
            return fewer ? rows.subList(0, count.intValue()) : rows;
        }

        @Override
        public String label() {
            return count.toString();
        }
    }

    /** The first rows, as a share of all. */
    record Share(double share) implements Restriction {
        static Share of(String text) {
            double share = new BigDecimal(text).doubleValue();
            if (share < 0 || share > 1) {
                throw new UsageException("--limit " + text + " is no share from 0 to 1; 0.1 keeps a tenth of the rows");
            }
            return new Share(share);
        }

        @Override
        public <T extends Listed> List<T> apply(List<T> rows) {
            return share == 1 ? rows : rows.subList(0, (int) (rows.size() * share + .5));
        }

        @Override
        public String label() {
            return PythonRepr.of(share);
        }
    }

    /** A pattern that can't be read: pstats says so above the list, and leaves the list as it is. */
    record Invalid(String regex) implements Restriction {
        @Override
        public <T extends Listed> List<T> apply(List<T> rows) {
            return rows;
        }

        @Override
        public String label() {
            return PythonRepr.of(regex);
        }
    }

    /** The rows whose printed name the pattern is found in. */
    record Matching(String regex, Pattern pattern) implements Restriction {
        @Override
        public <T extends Listed> List<T> apply(List<T> rows) {
            List<T> kept = new ArrayList<>();
            for (T row : rows) {
                if (pattern.matcher(row.printed()).find()) {
                    kept.add(row);
                }
            }
            return kept;
        }

        @Override
        public String label() {
            return PythonRepr.of(regex);
        }
    }
}
