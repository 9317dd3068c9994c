package dev.jprof.cli.shell;

import dev.jprof.report.view.PythonRegex;
import dev.jprof.report.view.Restriction;
import dev.jprof.report.view.UsageException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words behind {@code stats}, {@code callers} and {@code callees}, told apart as the pstats browser does: what Python reads as
 * an int is a count, what it reads as a float a share, anything else a pattern.
 *
 * @param restrictions what is asked for; a negative count asks for nothing
 * @param wrongShares how many shares were not from 0 to 1, which are left out
 */
record Arguments(List<Restriction> restrictions, int wrongShares) {
    private static final Pattern COUNT = Pattern.compile("[+-]?[0-9]+(_[0-9]+)*");
    private static final Pattern SHARE = Pattern.compile(
            "[+-]?([0-9]+(_[0-9]+)*\\.?([0-9]+(_[0-9]+)*)?|\\.[0-9]+(_[0-9]+)*)([eE][+-]?[0-9]+(_[0-9]+)*)?");
    private static final Pattern INFINITE = Pattern.compile("(?i)[+-]?inf(inity)?");
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[+-]?nan");

    static Arguments of(List<String> words) {
        List<Restriction> restrictions = new ArrayList<>();
        int wrongShares = 0;
        for (String word : words) {
            if (COUNT.matcher(word).matches()) {
                addCount(new BigInteger(word.replace("_", "")), restrictions);
            } else if (INFINITE.matcher(word).matches()) {
                wrongShares++;
            } else if (SHARE.matcher(word).matches()) {
                wrongShares += addShare(Double.parseDouble(word.replace("_", "")), restrictions);
            } else if (!NO_NUMBER.matcher(word).matches()) {
                restrictions.add(pattern(word));
            }
        }
        return new Arguments(restrictions, wrongShares);
    }

    /**
     * The same.
     *
     * @throws UsageException if a pattern can't be read
     */
    List<Restriction> readable() {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof Restriction.Invalid invalid) {
                PythonRegex.compile(invalid.regex());
            }
        }
        return restrictions;
    }

    private static void addCount(BigInteger count, List<Restriction> restrictions) {
        if (count.signum() >= 0) {
            restrictions.add(new Restriction.Count(count));
        }
    }

    private static int addShare(double share, List<Restriction> restrictions) {
        if (share < 0 || share > 1) {
            return 1;
        }
        restrictions.add(new Restriction.Share(share));
        return 0;
    }

    private static Restriction pattern(String word) {
        try {
            return new Restriction.Matching(word, PythonRegex.compile(word));
        } catch (UsageException unreadable) {
            return new Restriction.Invalid(word);
        }
    }
}
