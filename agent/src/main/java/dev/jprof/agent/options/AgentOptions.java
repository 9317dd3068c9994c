package dev.jprof.agent.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of one recording, checked. Immutable. */
public final class AgentOptions {
    private static final int LONGEST_INTERVAL_MILLIS = 60000;

    private final EnumMap<Option, String> given;
    private final List<String> include;
    private final List<String> exclude;
    private final boolean jdkCalls;
    private final String clock;
    private final boolean allocations;
    private final boolean histograms;
    private final long everyMillis;
    private final long delayMillis;
    private final long durationMillis;
    private final int nodeBudget;
    private final boolean samples;
    private final int intervalMillis;
    private final String engine;

    private AgentOptions(EnumMap<Option, String> given) throws OptionException {
        this.given = given;
        checkPath(file());
        include = patterns(Option.INCLUDE);
        exclude = patterns(Option.EXCLUDE);
        jdkCalls = isSecondChoice(Option.JDK, "off", "calls");
        clock = choice(Option.CLOCK, "wall", "cpu", "exact");
        allocations = isSecondChoice(Option.ALLOC, "off", "on");
        histograms = !isSecondChoice(Option.HISTOGRAM, "on", "off");
        everyMillis = millis(Option.EVERY);
        delayMillis = millis(Option.DELAY);
        durationMillis = millis(Option.DURATION);
        nodeBudget = count(Option.NODES);
        samples = isSecondChoice(Option.MODE, "instrument", "sample");
        intervalMillis = interval();
        engine = choice(Option.ENGINE, "jfr", "stacks", "async");
        refuseOptionsOf(samples ? "instrument" : "sample");
        if (given.containsKey(Option.LIBPATH) && !engine.equals("async")) {
            throw new OptionException("option 'libpath' is for engine=async; leave it out, or add that");
        }
    }

    /**
     * Reads the text after the {@code =} of {@code -javaagent}, and the config file that it may name.
     *
     * @param agentArgs {@code key=value} pairs separated by commas; null and empty mean defaults
     */
    public static AgentOptions parse(String agentArgs) throws OptionException {
        return of(AgentArgs.read(agentArgs == null ? "" : agentArgs));
    }

    /** Checks options that are already apart, and adds those of the config file that they may name. */
    public static AgentOptions of(Map<Option, String> values) throws OptionException {
        EnumMap<Option, String> all = new EnumMap<Option, String>(Option.class);
        if (values.containsKey(Option.CONFIG)) {
            if (values.get(Option.CONFIG).isEmpty()) {
                throw bad(Option.CONFIG, "", "the path of a file to read");
            }
            all.putAll(ConfigFile.read(values.get(Option.CONFIG)));
        }
        all.putAll(values);
        all.remove(Option.CONFIG);
        for (Option option : Option.values()) {
            if (option.defaultValue().equals(all.get(option))) {
                all.remove(option);
            }
        }
        return new AgentOptions(all);
    }

    /** Returns these options with another file. */
    public AgentOptions withFile(String file) throws OptionException {
        return with(Option.FILE, file);
    }

    /** Returns these options with another value of one of them. */
    public AgentOptions with(Option option, String value) throws OptionException {
        EnumMap<Option, String> changed = new EnumMap<Option, String>(given);
        changed.put(option, value);
        return of(changed);
    }

    /** Returns the file as given, {@code %p} and {@code %t} still in it: see {@link FileName}. */
    public String file() {
        return value(Option.FILE);
    }

    public List<String> include() {
        return include;
    }

    public List<String> exclude() {
        return exclude;
    }

    public boolean jdkCalls() {
        return jdkCalls;
    }

    /** Returns the clock: {@code wall}, {@code cpu} or {@code exact}. */
    public String clock() {
        return clock;
    }

    /** Returns whether to measure what methods allocate. */
    public boolean allocations() {
        return allocations;
    }

    /** Returns whether single calls are measured. */
    public boolean histograms() {
        return histograms;
    }

    /** Returns the time between snapshots, 0 for none. */
    public long everyMillis() {
        return everyMillis;
    }

    public long delayMillis() {
        return delayMillis;
    }

    /** Returns how long to record, 0 for as long as the program runs. */
    public long durationMillis() {
        return durationMillis;
    }

    /** Returns how many nodes the call trees may have together, 0 for a number that suits the heap. */
    public int nodeBudget() {
        return nodeBudget;
    }

    /** Returns whether stacks are sampled instead of calls counted. */
    public boolean samples() {
        return samples;
    }

    /** Returns the time between two samples of a thread. */
    public int intervalMillis() {
        return intervalMillis;
    }

    /** Returns what samples: {@code jfr}, {@code stacks} or {@code async}. */
    public String engine() {
        return engine;
    }

    /** Returns where async-profiler's library is, empty when the class path has it. */
    public String libraryPath() {
        return value(Option.LIBPATH);
    }

    /** Returns the values that differ from the defaults, by key, those of the config file among them. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<String, String>();
        for (Map.Entry<Option, String> value : given.entrySet()) {
            map.put(value.getKey().key(), value.getValue());
        }
        return map;
    }

    /** Returns a text that {@link #parse} reads as these options, without need of the config file. */
    public String toAgentArgs() {
        return AgentArgs.write(given);
    }

    private String value(Option option) {
        String value = given.get(option);
        return value == null ? option.defaultValue() : value;
    }

    private static void checkPath(String path) throws OptionException {
        if (path.isEmpty() || path.endsWith("/") || path.endsWith("\\")) {
            throw bad(Option.FILE, path, "the path of a file to write");
        }
    }

    private List<String> patterns(Option option) throws OptionException {
        List<String> patterns = new ArrayList<String>();
        String value = value(option);
        for (int start = 0; start <= value.length(); ) {
            int colon = value.indexOf(':', start);
            int end = colon < 0 ? value.length() : colon;
            if (end > start) {
                patterns.add(value.substring(start, end));
            }
            start = end + 1;
        }
        if (hasAny(value, ",;/\\") || (patterns.isEmpty() && option == Option.INCLUDE)) {
            throw bad(option, value, "class names with dots, such as com.acme.*, separated by ':'");
        }
        return Collections.unmodifiableList(patterns);
    }

    private static boolean hasAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isSecondChoice(Option option, String first, String second) throws OptionException {
        return choice(option, first, second).equals(second);
    }

    private String choice(Option option, String... choices) throws OptionException {
        String value = value(option);
        if (!Arrays.asList(choices).contains(value)) {
            int last = choices.length - 1;
            throw bad(option, value, String.join(", ", Arrays.copyOf(choices, last)) + " or " + choices[last]);
        }
        return value;
    }

    private long millis(Option option) throws OptionException {
        long millis = TimeSpan.millis(value(option));
        if (millis < 0) {
            throw bad(option, value(option), "seconds such as 5 or 0.5, or 500ms, 2s, 1m");
        }
        return millis;
    }

    private int interval() throws OptionException {
        long millis = millis(Option.INTERVAL);
        if (millis < 1 || millis > LONGEST_INTERVAL_MILLIS) {
            throw bad(Option.INTERVAL, value(Option.INTERVAL), "1ms to 1m");
        }
        return (int) millis;
    }

    private void refuseOptionsOf(String otherMode) throws OptionException {
        for (Option option : given.keySet()) {
            if (option.mode().equals(otherMode)) {
                throw new OptionException("option '" + option.key() + "' means nothing with mode=" + value(Option.MODE)
                        + "; leave it out");
            }
        }
    }

    private int count(Option option) throws OptionException {
        try {
            int count = Integer.parseInt(value(option));
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a negative number.
        }
        throw bad(option, value(option), "a whole number from 0 to " + Integer.MAX_VALUE);
    }

    private static OptionException bad(Option option, String value, String expected) {
        return new OptionException("option '" + option.key() + "' expects " + expected + ", not '" + value + "'");
    }
}
