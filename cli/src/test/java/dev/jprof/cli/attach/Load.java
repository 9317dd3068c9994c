package dev.jprof.cli.attach;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that ask a server without a pause, each question again and again, and compare the answers to the first ones. */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 2;
    private static final int QUESTIONS = 64;
    private static final long SMALL_PAUSE_MILLIS = 5;

    private final AtomicLong started = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<Integer, String> firstAnswers = new ConcurrentHashMap<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean ends;

    static Load on(RunningServer server) throws Exception {
        Load load = new Load();
        for (int i = 0; i < CLIENTS; i++) {
            RunningServer.Asker asker = server.client().connect(server.port());
            Thread client = new Thread(() -> load.ask(asker), "client " + i);
            load.clients.add(client);
            client.start();
        }
        return load;
    }

    private void ask(RunningServer.Asker asker) {
        try (asker) {
            for (int question = 0; !ends; question = (question + 1) % QUESTIONS) {
                started.incrementAndGet();
                String answer = asker.ask(question);
                String first = firstAnswers.putIfAbsent(question, answer);
                if (first != null && !first.equals(answer)) {
                    failures.add("question " + question + " was answered by " + answer + " instead of " + first);
                }
                answered.incrementAndGet();
            }
        } catch (Exception failed) {
            failures.add(failed.toString());
        }
    }

    /** How many requests were sent, those without an answer yet among them. */
    long started() {
        return started.get();
    }

    long answered() {
        return answered.get();
    }

    /** What went wrong: requests without an answer and other answers than the first. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Waits until so many more requests were answered, or something went wrong. */
    void go(long requests) throws InterruptedException {
        long until = answered() + requests;
        while (answered() < until && failures.isEmpty()) {
            Thread.sleep(SMALL_PAUSE_MILLIS);
        }
    }

    /**
     * How fast a server answers.
     *
     * @param perSecond requests; fewer where others use the machine too
     * @param micros processor time of the server for one request, which others hardly change
     */
    record Pace(double perSecond, double micros) {}

    Pace paceOf(RunningServer server, int seconds) throws InterruptedException {
        long answeredBefore = answered();
        Duration busyBefore = server.processorTime();
        long start = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        double requests = answered() - answeredBefore;
        double micros = server.processorTime().minus(busyBefore).toNanos() / 1e3;
        return new Pace(requests * 1e9 / (System.nanoTime() - start), micros / requests);
    }

    @Override
    public void close() {
        ends = true;
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
