package dev.jprof.agent.options;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of one recording, checked. Immutable. */
public final class AgentOptions {
    private final OptionValues given;
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

    private AgentOptions(OptionValues given) throws OptionException {
        this.given = given;
        given.checkPath(Option.FILE);
        include = given.patterns(Option.INCLUDE);
        exclude = given.patterns(Option.EXCLUDE);
        jdkCalls = given.isSecondChoice(Option.JDK, "off", "calls");
        clock = given.choice(Option.CLOCK, "wall", "cpu", "exact");
        allocations = given.isSecondChoice(Option.ALLOC, "off", "on");
        histograms = !given.isSecondChoice(Option.HISTOGRAM, "on", "off");
        everyMillis = given.millis(Option.EVERY);
        delayMillis = given.millis(Option.DELAY);
        durationMillis = given.millis(Option.DURATION);
        nodeBudget = given.count(Option.NODES);
        samples = given.isSecondChoice(Option.MODE, "instrument", "sample");
        intervalMillis = given.interval(Option.INTERVAL);
        engine = given.choice(Option.ENGINE, "jfr", "stacks", "async");
        given.refuseOptionsOf(samples ? "instrument" : "sample");
        if (given.has(Option.LIBPATH) && !engine.equals("async")) {
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
                throw OptionValues.bad(Option.CONFIG, "", "the path of a file to read");
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
        return new AgentOptions(new OptionValues(all));
    }

    /** Returns these options with another file. */
    public AgentOptions withFile(String file) throws OptionException {
        return with(Option.FILE, file);
    }

    /** Returns these options with another value of one of them. */
    public AgentOptions with(Option option, String value) throws OptionException {
        Map<Option, String> changed = given.copy();
        changed.put(option, value);
        return of(changed);
    }

    /** Returns the file as given, {@code %p} and {@code %t} still in it: see {@link FileName}. */
    public String file() {
        return given.of(Option.FILE);
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
        return given.of(Option.LIBPATH);
    }

    /** Returns the values that differ from the defaults, by key, those of the config file among them. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<String, String>();
        for (Map.Entry<Option, String> value : given.copy().entrySet()) {
            map.put(value.getKey().key(), value.getValue());
        }
        return map;
    }

    /** Returns a text that {@link #parse} reads as these options, without need of the config file. */
    public String toAgentArgs() {
        return AgentArgs.write(given.copy());
    }
}
