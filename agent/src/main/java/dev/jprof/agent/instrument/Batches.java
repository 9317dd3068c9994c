package dev.jprof.agent.instrument;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Arrays;
import java.util.List;

/**
 * Has classes transformed anew, a few at a time with pauses between: the JVM may stop all threads for as long as one batch takes.
 * How many there are in a batch follows from what the last ones took. Its counts may be read by any thread.
 */
public final class Batches {
    private static final long SHORT_NANOS = 50000000;
    private static final long LONG_NANOS = 90000000;

    /** Each batch makes the JVM walk through all of its classes, so that fewer than these would take as long. */
    private static final int LEAST_SIZE = 16;

    private static final int LARGEST_SIZE = 256;
    private static final long LEAST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final Instrumentation instrumentation;
    private final WeavingTransformer transformer;
    private int size = LEAST_SIZE;

    private OutOfMemoryError shortage;

    private volatile int count;
    private volatile int classes;
    private volatile long longestNanos;

    Batches(Instrumentation instrumentation, WeavingTransformer transformer) {
        this.instrumentation = instrumentation;
        this.transformer = transformer;
    }

    void transform(List<Class<?>> all) {
        for (int at = 0; at < all.size(); ) {
            int end = Math.min(all.size(), at + size);
            long nanos = transform(all.subList(at, end).toArray(new Class<?>[0]));
            at = end;
            pause(nanos / 1000000);
        }
    }

    /** One that fails is halved until the class at fault is alone. */
    private long transform(Class<?>[] batch) {
        long start = System.nanoTime();
        Throwable failure = attempt(batch);
        long nanos = System.nanoTime() - start;
        count++;
        longestNanos = Math.max(longestNanos, nanos);
        if (failure == null) {
            classes += batch.length;
            transformer.batchSucceeded();
            adapt(batch.length, nanos);
        } else if (batch.length == 1) {
            shortage = failure instanceof OutOfMemoryError ? (OutOfMemoryError) failure : shortage;
            transformer.refuse(batch[0], failure);
        } else {
            int half = batch.length / 2;
            transform(Arrays.copyOfRange(batch, 0, half));
            transform(Arrays.copyOfRange(batch, half, batch.length));
        }
        return nanos;
    }

    private Throwable attempt(Class<?>[] batch) {
        transformer.batchBegins();
        try {
            instrumentation.retransformClasses(batch);
            return null;
        } catch (UnmodifiableClassException refused) {
            return refused;
        } catch (RuntimeException refused) {
            return refused;
        } catch (Error refused) {
            return refused;
        } finally {
            transformer.batchEnds();
        }
    }

    private void adapt(int length, long nanos) {
        if (nanos < SHORT_NANOS) {
            size = Math.min(LARGEST_SIZE, Math.max(size, 2 * length));
        } else if (nanos > LONG_NANOS) {
            size = Math.max(LEAST_SIZE, size / 2);
        }
    }

    private static void pause(long took) {
        try {
            Thread.sleep(Math.max(LEAST_PAUSE_MILLIS, Math.min(LONGEST_PAUSE_MILLIS, took / 2)));
        } catch (InterruptedException programsOwn) {
            // Somebody interrupts all threads. There is nothing to give up.
        }
    }

    /** Throws what says that the JVM had no memory for some class, which is no fault of that class. */
    void checkMemory() {
        if (shortage != null) {
            throw shortage;
        }
    }

    /** How often the JVM was asked to transform classes. */
    public int count() {
        return count;
    }

    /** How many classes were transformed. */
    public int classes() {
        return classes;
    }

    /** The longest that a batch took. */
    public long longestNanos() {
        return longestNanos;
    }
}
