package dev.jprof.agent.sample;

import dev.jprof.agent.output.SampledMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An event of Flight Recorder, how it is asked for, and what becomes of it. */
enum JfrEvent {
    EXECUTION("jdk.ExecutionSample", SampledMetric.SAMPLED, "period", "sampledThread"),
    NATIVE("jdk.NativeMethodSample", SampledMetric.SAMPLED, "period", "sampledThread"),
    CPU_TIME("jdk.CPUTimeSample", SampledMetric.SAMPLED, "throttle", ""),

    /** Of async-profiler: several samples of a thread that did not move may be one event. */
    WALL_CLOCK("profiler.WallClockSample", SampledMetric.SAMPLED, "", "sampledThread"),
    PARK("jdk.ThreadPark", SampledMetric.PARKED, "threshold", ""),
    SLEEP("jdk.ThreadSleep", SampledMetric.SLEPT, "threshold", ""),
    MONITOR_ENTER("jdk.JavaMonitorEnter", SampledMetric.BLOCKED, "threshold", ""),
    MONITOR_WAIT("jdk.JavaMonitorWait", SampledMetric.WAITED, "threshold", ""),
    SOCKET_READ("jdk.SocketRead", SampledMetric.SOCKET, "threshold", ""),
    SOCKET_WRITE("jdk.SocketWrite", SampledMetric.SOCKET, "threshold", ""),
    ALLOCATION("jdk.ObjectAllocationSample", SampledMetric.ALLOCATED, "", ""),
    EXCEPTION("jdk.JavaExceptionThrow", SampledMetric.EXCEPTIONS, "", "");

    /** Waits that are shorter are not seen, so that a program that waits often is not slowed. */
    static final long THRESHOLD_MILLIS = 10;

    final String event;
    final SampledMetric metric;
    final String threadField;
    private final String setting;

    JfrEvent(String event, SampledMetric metric, String setting, String threadField) {
        this.event = event;
        this.metric = metric;
        this.setting = setting;
        this.threadField = threadField;
    }

    /** What is asked for on a JVM: processors' own samples where there are any, and what does not cost much. */
    static List<JfrEvent> on(int javaMajor, String system) {
        List<JfrEvent> events = new ArrayList<JfrEvent>();
        boolean cpuTime = javaMajor >= 25 && system.startsWith("Linux");
        for (JfrEvent event : values()) {
            if (event.isOn(javaMajor, cpuTime)) {
                events.add(event);
            }
        }
        return events;
    }

    private boolean isOn(int javaMajor, boolean cpuTime) {
        switch (this) {
            case EXECUTION:
            case NATIVE:
                return !cpuTime;
            case CPU_TIME:
                return cpuTime;
            case WALL_CLOCK:
                return false;
            case ALLOCATION:
                return javaMajor >= 16;
            default:
                return true;
        }
    }

    boolean hasThreshold() {
        return setting.equals("threshold");
    }

    /** Whether it is said when it was. On JDK 25 all exceptions have the time of the first, and async-profiler's samples may be older. */
    boolean hasItsTime() {
        return this != EXCEPTION && this != WALL_CLOCK;
    }

    /** Whether it stands for time of its own. */
    boolean isSample() {
        return metric == SampledMetric.SAMPLED;
    }

    void addTo(Map<String, String> settings, long intervalMillis) {
        settings.put(event + "#enabled", "true");
        settings.put(event + "#stackTrace", "true");
        if (isSample()) {
            settings.put(event + "#" + setting, intervalMillis + " ms");
        } else if (hasThreshold()) {
            settings.put(event + "#threshold", THRESHOLD_MILLIS + " ms");
        }
        if (this != CPU_TIME) {
            settings.put(event + "#throttle", this == ALLOCATION ? "150/s" : "off");
        }
    }
}
