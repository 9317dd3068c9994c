package dev.jprof.examples;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A great many virtual threads, on JDK 21 and later; elsewhere the program says so and ends well.
 *
 * <p>Calls at full size: Visit.run and Visit.visit 100,000 each.
 */
public final class VirtualThreads {
    private static final int THREADS = 100_000;

    private VirtualThreads() {}

    public static void main(String[] args) throws Exception {
        int threads = Scale.of(args).of(THREADS);
        Method start;
        try {
            start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        } catch (NoSuchMethodException before21) {
            System.out.println("this Java has no virtual threads: it takes 21 or newer");
            return;
        }
        System.out.println("visited by " + visitAll(start, threads) + " virtual threads");
    }

    static int visitAll(Method start, int threads)
            throws InvocationTargetException, IllegalAccessException, InterruptedException {
        Visit visit = new Visit();
        List<Thread> visitors = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            visitors.add((Thread) start.invoke(null, visit));
        }
        for (Thread visitor : visitors) {
            visitor.join();
        }
        return visit.visitors.get();
    }

    static final class Visit implements Runnable {
        private final AtomicInteger visitors = new AtomicInteger();

        @Override
        public void run() {
            visit();
        }

        private void visit() {
            visitors.incrementAndGet();
        }
    }
}
