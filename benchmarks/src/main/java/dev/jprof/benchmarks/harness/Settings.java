package dev.jprof.benchmarks.harness;

import dev.jprof.benchmarks.mode.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the command line asks for.
 *
 * @param factor by which the sizes of the programs are multiplied
 * @param only names of programs and of modes, {@code *} being any text; empty means all
 * @param gc the collector's flag, empty for the JVM's own choice
 */
record Settings(double factor, int pairs, List<String> only, Jdk jdk, String gc) {
    static final String USAGE = "usage: benchmarks/run [--quick] [--only NAME[,NAME]...] [--pairs N] [--jdk JAVA]"
            + " [--gc serial|g1|zgc]";

    private static final Map<String, String> COLLECTORS =
            Map.of("serial", "-XX:+UseSerialGC", "g1", "-XX:+UseG1GC", "zgc", "-XX:+UseZGC");

    /** @throws IllegalArgumentException with a line for the user */
    static Settings parse(String[] args) {
        boolean quick = false;
        int pairs = 0;
        List<String> only = List.of();
        Path java = Path.of(System.getProperty("java.home"), "bin/java");
        String gc = "";
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--quick" -> quick = true;
                case "--only" -> only = List.of(valueOf(args, i++).split(","));
                case "--pairs" -> pairs = count(valueOf(args, i++));
                case "--jdk" -> java = Path.of(valueOf(args, i++));
                case "--gc" -> gc = collector(valueOf(args, i++));
                default -> throw new IllegalArgumentException("unknown argument " + args[i] + "; " + USAGE);
            }
        }
        return new Settings(quick ? 0.1 : 1, pairs > 0 ? pairs : quick ? 1 : 5, only, Jdk.of(java), gc);
    }

    /** Whether a name was asked for; where none of its kind was, all are. */
    boolean wants(String name, List<String> kind) {
        boolean asksForKind = kind.stream().anyMatch(this::names);
        return !asksForKind || names(name);
    }

    /** The names that stand for nothing. */
    List<String> unknown(List<String> known) {
        return only.stream()
                .filter(name -> known.stream().noneMatch(matching(name).asMatchPredicate()))
                .toList();
    }

    private boolean names(String name) {
        return only.stream().anyMatch(asked -> matching(asked).matcher(name).matches());
    }

    private static Pattern matching(String name) {
        return Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
    }

    private static String valueOf(String[] args, int option) {
        if (option + 1 == args.length) {
            throw new IllegalArgumentException(args[option] + " needs a value; " + USAGE);
        }
        return args[option + 1];
    }

    private static int count(String value) {
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("--pairs " + value + " is no number from 1 to 9999");
        }
        return Integer.parseInt(value);
    }

    private static String collector(String name) {
        if (!COLLECTORS.containsKey(name)) {
            throw new IllegalArgumentException("--gc " + name + " is none of serial, g1 and zgc");
        }
        return COLLECTORS.get(name);
    }
}
