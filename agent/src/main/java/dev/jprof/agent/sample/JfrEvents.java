package dev.jprof.agent.sample;

import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is read of Flight Recorder's events, by reflection: the agent is compiled for Java 8, which has no such classes to compile
 * against.
 */
final class JfrEvents {
    private static final String CONSUMER = "jdk.jfr.consumer.";

    private final Class<?> fileType = Class.forName(CONSUMER + "RecordingFile");
    private final Method eventType = method("RecordedEvent", "getEventType");
    private final Method typeName = Class.forName("jdk.jfr.EventType").getMethod("getName");
    private final Method endTime = method("RecordedEvent", "getEndTime");
    private final Method duration = method("RecordedEvent", "getDuration");
    private final Method thread = method("RecordedEvent", "getThread");
    private final Method threadOf = method("RecordedObject", "getThread", String.class);
    private final Method number = method("RecordedObject", "getLong", String.class);
    private final Method text = method("RecordedObject", "getString", String.class);
    private final Method span = method("RecordedObject", "getDuration", String.class);
    private final Method stackTrace = method("RecordedEvent", "getStackTrace");
    private final Method frames = method("RecordedStackTrace", "getFrames");
    private final Method isTruncated = method("RecordedStackTrace", "isTruncated");
    private final Method isJava = method("RecordedFrame", "isJavaFrame");
    private final Method methodOf = method("RecordedFrame", "getMethod");
    private final Method type = method("RecordedMethod", "getType");
    private final Method name = method("RecordedMethod", "getName");
    private final Method descriptor = method("RecordedMethod", "getDescriptor");
    private final Method className = method("RecordedClass", "getName");
    private final Method threadName = method("RecordedThread", "getJavaName");
    private final Method threadGroup = method("RecordedThread", "getThreadGroup");
    private final Method groupName = method("RecordedThreadGroup", "getName");
    private final Method valueOf = method("RecordedObject", "getValue", String.class);
    private final Method threadId = method("RecordedThread", "getJavaThreadId");

    /** Null before virtual threads. */
    private final Method isVirtual = optional("RecordedThread", "isVirtual");

    JfrEvents() throws ReflectiveOperationException {}

    private static Method method(String type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        return Class.forName(CONSUMER + type).getMethod(name, parameters);
    }

    private static Method optional(String type, String name) throws ClassNotFoundException {
        try {
            return Class.forName(CONSUMER + type).getMethod(name);
        } catch (NoSuchMethodException older) {
            return null;
        }
    }

    /** What is done with an event. */
    interface Visitor {
        void visit(Object event) throws ReflectiveOperationException;
    }

    void read(File file, Visitor visitor) throws Exception {
        Method hasMore = fileType.getMethod("hasMoreEvents");
        Method next = fileType.getMethod("readEvent");
        AutoCloseable events =
                (AutoCloseable) fileType.getConstructor(Path.class).newInstance(file.toPath());
        try {
            while (Boolean.TRUE.equals(hasMore.invoke(events))) {
                visitor.visit(next.invoke(events));
            }
        } finally {
            events.close();
        }
    }

    String nameOf(Object event) throws ReflectiveOperationException {
        return (String) typeName.invoke(eventType.invoke(event));
    }

    /** Nanoseconds since 1970. */
    long endOf(Object event) throws ReflectiveOperationException {
        Instant end = (Instant) endTime.invoke(event);
        return end.getEpochSecond() * 1000000000 + end.getNano();
    }

    long nanosOf(Object event) throws ReflectiveOperationException {
        return ((Duration) duration.invoke(event)).toNanos();
    }

    long numberOf(Object event, String field) throws ReflectiveOperationException {
        return ((Long) number.invoke(event, field)).longValue();
    }

    long spanOf(Object event, String field) throws ReflectiveOperationException {
        return ((Duration) span.invoke(event, field)).toNanos();
    }

    /** Returns the thread that an event is about, in a field of its own or where it was written; null for none of Java's. */
    Object threadOf(Object event, String field) throws ReflectiveOperationException {
        return field.isEmpty() ? thread.invoke(event) : threadOf.invoke(event, field);
    }

    /** Returns null for none of Java's. */
    String threadName(Object recordedThread) throws ReflectiveOperationException {
        return (String) threadName.invoke(recordedThread);
    }

    boolean isVirtual(Object recordedThread) throws ReflectiveOperationException {
        return isVirtual != null && Boolean.TRUE.equals(isVirtual.invoke(recordedThread));
    }

    long threadId(Object recordedThread) throws ReflectiveOperationException {
        return ((Long) threadId.invoke(recordedThread)).longValue();
    }

    /** Whether it is one of the JVM's own threads. */
    boolean isOfTheSystem(Object recordedThread) throws ReflectiveOperationException {
        Object group = threadGroup.invoke(recordedThread);
        return group != null && "system".equals(groupName.invoke(group));
    }

    /** Returns the name of the class that stands in a field, empty where none does. */
    String classOf(Object event, String field) throws ReflectiveOperationException {
        Object found = valueOf.invoke(event, field);
        return found == null ? "" : (String) className.invoke(found);
    }

    /** Returns a text that stands in a field, empty where none does. */
    String textOf(Object event, String field) throws ReflectiveOperationException {
        Object found = text.invoke(event, field);
        return found == null ? "" : (String) found;
    }

    /** Fills a stack; returns false where the event has none. */
    boolean fill(Stack stack, Object event) throws ReflectiveOperationException {
        stack.clear();
        Object trace = stackTrace.invoke(event);
        if (trace == null) {
            return false;
        }
        stack.truncated = Boolean.TRUE.equals(isTruncated.invoke(trace));
        for (Object frame : (List<?>) frames.invoke(trace)) {
            Object method = Boolean.TRUE.equals(isJava.invoke(frame)) ? methodOf.invoke(frame) : null;
            Object owner = method == null ? null : type.invoke(method);
            String named = owner == null ? "" : (String) className.invoke(owner);
            // async-profiler has a frame without a class where a thread is in no Java code.
            if (!named.isEmpty()) {
                stack.add(named, (String) name.invoke(method), (String) descriptor.invoke(method));
            }
        }
        return stack.depth() > 0;
    }
}
