package dev.jprof.agent;

import dev.jprof.agent.sample.Samplers;

/** Has a sampler hand over every ten seconds what it saw, so that what is on disk stays small. */
final class Turns extends Thread {
    private static final long TURN_MILLIS = 10000;

    private final SampledSession session;
    private boolean hasFailed;

    Turns(SampledSession session) {
        super(SystemGroup.get(), "jprof-turns");
        this.session = session;
        setDaemon(true);
        setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    @Override
    public void run() {
        try {
            while (!session.isFinished()) {
                sleep(TURN_MILLIS);
                turn();
            }
        } catch (InterruptedException ended) {
            interrupt();
        }
    }

    /** Be it a full disk or a full heap: the recording goes on, and the next turn is soon. */
    private void turn() throws InterruptedException {
        try {
            session.turn();
        } catch (InterruptedException ended) {
            throw ended;
        } catch (Throwable failure) {
            if (!hasFailed) {
                Messages.warn("samples may be missing: " + Samplers.rootOf(failure));
            }
            hasFailed = true;
        }
    }
}
