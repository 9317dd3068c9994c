package dev.jprof.agent.options;

import java.util.Locale;

/** One option of the agent: its key, what its value looks like, its default and what it does. */
public enum Option {
    FILE(
            "file",
            "PATH",
            "profile.json",
            "Where the profile goes: %p is the process id, %t the start time, %% a per cent sign, .gz compresses."),
    INCLUDE(
            "include",
            "PATTERNS",
            "*",
            "Classes to profile: patterns separated by ':'; * is any text, ? one character."),
    EXCLUDE("exclude", "PATTERNS", "", "Classes to leave alone, same patterns; wins over include."),
    JDK("jdk", "off|calls", "off", "With calls, a row for each JDK method that profiled code calls."),
    EVERY("every", "TIME", "0", "Time between snapshots, such as 5, 0.5, 500ms or 2m; with 0 only at the end."),
    DELAY("delay", "TIME", "0", "Time after which recording starts."),
    DURATION("duration", "TIME", "0", "Time after which recording stops; with 0 it does not."),
    CLOCK(
            "clock",
            "wall|cpu|exact",
            "wall",
            "With cpu, CPU time of threads; with exact, two clock reads on every call, which is slower."),
    ALLOC("alloc", "off|on", "off", "With on, the bytes that each method allocates."),
    HISTOGRAM("histogram", "on|off", "on", "Whether to measure single calls, some of them chosen at random."),
    MODE(
            "mode",
            "instrument|sample",
            "instrument",
            "With sample no method is counted: stacks are looked at every so often, which costs next to nothing."),
    INTERVAL("interval", "TIME", "20ms", "Time between looks with mode=sample, at least 1ms."),
    ENGINE(
            "engine",
            "jfr|stacks|async",
            "jfr",
            "What looks with mode=sample: Flight Recorder; a thread of the agent's, as where there is none; or async-profiler,"
                    + " which sees wall time."),
    LIBPATH(
            "libpath",
            "PATH",
            "",
            "The libasyncProfiler.so for engine=async; without it async-profiler or ap-loader on the class path."),
    NODES(
            "nodes",
            "COUNT",
            "0",
            "Call paths to keep, more are folded into [overflow]; with 0 as many as suit the heap."),
    CONFIG("config", "PATH", "", "File of key=value lines, # for comments; options given directly win over it.");

    private final String key;
    private final String placeholder;
    private final String defaultValue;
    private final String help;

    Option(String key, String placeholder, String defaultValue, String help) {
        this.key = key;
        this.placeholder = placeholder;
        this.defaultValue = defaultValue;
        this.help = help;
    }

    public String key() {
        return key;
    }

    /** What stands for the value in a usage line: {@code PATH}. */
    public String placeholder() {
        return placeholder;
    }

    public String defaultValue() {
        return defaultValue;
    }

    /** One line that says what the option does. */
    public String help() {
        return help;
    }

    /** The one mode in which it means something, empty for all. */
    public String mode() {
        switch (this) {
            case JDK:
            case CLOCK:
            case ALLOC:
            case HISTOGRAM:
                return "instrument";
            case INTERVAL:
            case ENGINE:
            case LIBPATH:
                return "sample";
            default:
                return "";
        }
    }

    /** Finds an option by its exact key; the exception names the nearest one and all there are. */
    static Option named(String key) throws OptionException {
        for (Option option : values()) {
            if (option.key.equals(key)) {
                return option;
            }
        }
        throw new OptionException("unknown option '" + key + "'" + guess(key) + keys());
    }

    /** Names the nearest option, unless more than half of the word would have to be another. */
    private static String guess(String key) {
        Option nearest = null;
        int least = key.length() / 2 + 1;
        for (Option option : values()) {
            int distance = editDistance(key.toLowerCase(Locale.ROOT), option.key);
            if (distance < least) {
                least = distance;
                nearest = option;
            }
        }
        return nearest == null ? "; there are " : ": did you mean '" + nearest.key + "'? There are ";
    }

    private static String keys() {
        StringBuilder keys = new StringBuilder();
        for (Option option : values()) {
            keys.append(keys.length() == 0 ? "" : ", ").append(option.key);
        }
        return keys.toString();
    }

    private static int editDistance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
