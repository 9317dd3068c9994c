package dev.jprof.agent.sample;

/** Has the recordings of a sampler take turns every ten seconds, so that what is on disk stays small. */
final class Turns extends Thread {
    private static final long TURN_MILLIS = 10000;

    private final Sampler sampler;

    Turns(Sampler sampler) {
        super("jprof-turns");
        this.sampler = sampler;
        setDaemon(true);
        setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    @Override
    public void run() {
        try {
            while (true) {
                sleep(TURN_MILLIS);
                turn();
            }
        } catch (InterruptedException ended) {
            interrupt();
        }
    }

    private void turn() throws InterruptedException {
        try {
            sampler.flush();
        } catch (InterruptedException ended) {
            throw ended;
        } catch (Exception unable) {
            // Be it a full disk or a full heap: the recording goes on, and the next turn is soon.
        } catch (OutOfMemoryError programsOwn) {
            // As above.
        }
    }
}
