package dev.jprof.api;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A part of a method that has a node of its own in the call tree while it is open. Closed by the thread that opened it, in a try
 * block as a rule: with it everything that is still open below it is closed. Where that is forgotten, or an exception passes, the
 * end of the method that opened it closes it; closing it then, twice or from another thread does nothing.
 */
public final class Span implements AutoCloseable {
    private static final Span NONE = new Span(0, 0, null);
    private static final String UNTAGGED = "";

    /** The agent's numbers of spans, by name and tag: what is opened a million times is put together once. */
    private static final ConcurrentMap<String, ConcurrentMap<String, Integer>> NUMBERS = new ConcurrentHashMap<>();

    private static final int MOST_REMEMBERED = 16000;

    private final int number;
    private final long caller;
    private Thread thread;

    private Span(int number, long caller, Thread thread) {
        this.number = number;
        this.caller = caller;
        this.thread = thread;
    }

    static Span open(String name) {
        return open(name, UNTAGGED);
    }

    /** @param tag null is none */
    static Span open(String name, String tag) {
        Objects.requireNonNull(name, "a span needs a name");
        Agent agent = Agent.findOrWarn();
        if (agent == null) {
            return NONE;
        }
        int number = numberOf(name, tag == null ? UNTAGGED : tag, agent);
        return new Span(number, agent.enter(number), Thread.currentThread());
    }

    private static int numberOf(String name, String tag, Agent agent) {
        ConcurrentMap<String, Integer> tags = NUMBERS.get(name);
        Integer known = tags == null ? null : tags.get(tag);
        return known == null ? ask(name, tag, agent) : known;
    }

    private static int ask(String name, String tag, Agent agent) {
        int number = agent.span(tag.equals(UNTAGGED) ? name : name + ": " + tag);
        if (NUMBERS.size() < MOST_REMEMBERED) {
            // No lambda: on JDK 8 a program's first takes a tenth of a second.
            NUMBERS.putIfAbsent(name, new ConcurrentHashMap<>());
            ConcurrentMap<String, Integer> tags = NUMBERS.get(name);
            if (tags.size() < MOST_REMEMBERED) {
                tags.put(tag, number);
            }
        }
        return number;
    }

    @Override
    public void close() {
        if (thread == Thread.currentThread()) {
            thread = null;
            Agent.find().exit(caller, number);
        }
    }
}
