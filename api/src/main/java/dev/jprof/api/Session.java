package dev.jprof.api;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * A part of the program's run that is recorded. It may be ended by another thread than the one that began it. Costs nothing while
 * it runs; its beginning, its end and each snapshot take some 0.6 us for each node of the call trees in its {@link Scope}.
 */
public final class Session implements AutoCloseable {
    private final String name;
    private final Scope scope;

    /** Null where there is no agent. */
    private final Agent agent;

    private final Object mark;

    /** Null where nothing is to be done. */
    private Consumer<Profile> onClose;

    private Profile ended;

    private Session(String name, Scope scope, Agent agent, Object mark) {
        this.name = name;
        this.scope = scope;
        this.agent = agent;
        this.mark = mark;
    }

    static Session begin(String name, Scope scope) {
        Objects.requireNonNull(name, "name");
        Agent agent = Agent.findOrWarn();
        return new Session(name, scope, agent, agent == null ? null : agent.begin(scope == Scope.THREAD));
    }

    public String name() {
        return name;
    }

    public Scope scope() {
        return scope;
    }

    /** What is done with the profile when this is closed; such as {@code Profile::print}. Not done after {@link #stop}. */
    public synchronized Session onClose(Consumer<Profile> action) {
        onClose = Objects.requireNonNull(action, "action");
        return this;
    }

    /** What was recorded so far; all of it once the session has ended. */
    public synchronized Profile snapshot() {
        return ended == null ? read() : ended;
    }

    /** Ends the session and returns what was recorded; the second time the same again. */
    public synchronized Profile stop() {
        if (ended == null) {
            ended = read();
            if (agent != null) {
                agent.end(mark);
            }
            NamedSessions.forget(this);
        }
        return ended;
    }

    /** Ends the session, if it has not ended yet, and does what {@link #onClose} says. */
    @Override
    public void close() {
        Consumer<Profile> action;
        synchronized (this) {
            action = ended == null ? onClose : null;
            stop();
        }
        if (action != null) {
            action.accept(ended);
        }
    }

    private Profile read() {
        return agent == null ? Profile.notRecorded(name, scope) : Profile.of(name, scope, agent.read(mark, name));
    }
}
