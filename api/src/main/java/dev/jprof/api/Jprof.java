package dev.jprof.api;

import java.util.function.Supplier;

/**
 * Records parts of a program that runs under the jprof agent. All methods may be called from any thread. Without the agent
 * they do nothing, and say so once on standard error; profiles are empty then.
 *
 * <p>What begins and ends in one block, {@link #profile(String)} and {@link #call(Supplier)}, records the calling thread; what is
 * switched on and off by name, {@link #start(String)} and {@link #stop(String)}, records the whole JVM. Sessions may lie in each
 * other, overlap, and run in many threads at a time: each is a difference of two moments and disturbs no other.
 *
 * <p>A call that is open when a session begins is not counted, but the time that it goes on is recorded; one that is open when the
 * session ends is counted and marked.
 */
public final class Jprof {
    private Jprof() {}

    /** Whether there is an agent in this JVM. Says nothing on standard error. */
    public static boolean isActive() {
        return Agent.find() != null;
    }

    /** Begins a session of the calling thread, for a try block. */
    public static Session profile(String name) {
        return profile(name, Scope.THREAD);
    }

    /** Begins a session, for a try block. */
    public static Session profile(String name, Scope scope) {
        return Session.begin(name, scope);
    }

    /** Begins a session of the whole JVM that is ended by its name. */
    public static Session start(String name) {
        return start(name, Scope.JVM);
    }

    /**
     * Begins a session that is ended by its name. There may be several of one name; the one that began last is ended first. It is
     * kept until it is ended.
     */
    public static Session start(String name, Scope scope) {
        return NamedSessions.add(Session.begin(name, scope));
    }

    /**
     * Ends the session that was started last under a name.
     *
     * @throws IllegalStateException when there is none
     */
    public static Profile stop(String name) {
        return NamedSessions.remove(name).stop();
    }

    /**
     * What the session that was started last under a name has recorded so far; it goes on.
     *
     * @throws IllegalStateException when there is none
     */
    public static Profile snapshot(String name) {
        return NamedSessions.newest(name).snapshot();
    }

    /** Calls something in a session of the calling thread; whatever it throws is thrown on. */
    public static <T> Called<T> call(Supplier<T> supplier) {
        return call("call", Scope.THREAD, supplier);
    }

    /** Calls something in a session; whatever it throws is thrown on. */
    public static <T> Called<T> call(String name, Scope scope, Supplier<T> supplier) {
        try (Session session = profile(name, scope)) {
            T value = supplier.get();
            return new Called<>(value, session.stop());
        }
    }

    /** Opens a span: a node of its own in the calling thread's call tree, for a try block. */
    public static Span span(String name) {
        return Span.open(name);
    }

    /**
     * Opens a span with a tag, which cuts the call tree: calls below it are kept apart from those below the same span with
     * another tag; null is no tag. Tags are few: kinds of requests, not their numbers. From some 16,000 different spans on, new
     * ones share a node.
     */
    public static Span span(String name, String tag) {
        return Span.open(name, tag);
    }
}
