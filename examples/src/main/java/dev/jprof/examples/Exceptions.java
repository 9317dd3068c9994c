package dev.jprof.examples;

/**
 * Methods that are left by an exception, which is caught several callers up.
 *
 * <p>Calls at full size: attempt, outer, middle, inner and cleanUp 300,000 each; Refused.&lt;init&gt; 100,000, because every third number
 * is refused. Left by an exception: inner, middle and outer, 100,000 times each. The constructor of Ticket is entered
 * 300,000 times more and left by an exception 100,000 times.
 */
public final class Exceptions {
    private int cleanedUp;

    private Exceptions() {}

    public static void main(String[] args) {
        int attempts = Scale.of(args).of(300_000);
        Exceptions run = new Exceptions();
        int refused = 0;
        for (int i = 0; i < attempts; i++) {
            refused += run.attempt(i);
        }
        System.out.println("refused " + refused + " of " + attempts + ", cleaned up " + run.cleanedUp + " times");
    }

    /** Returns 1 when {@code n} was refused. */
    int attempt(int n) {
        try {
            outer(n);
            return 0;
        } catch (Refused expected) {
            return 1;
        }
    }

    void outer(int n) {
        middle(n);
    }

    void middle(int n) {
        try {
            inner(n);
        } finally {
            cleanUp();
        }
    }

    void inner(int n) {
        new Ticket(n);
    }

    void cleanUp() {
        cleanedUp++;
    }

    static final class Ticket {
        Ticket(int n) {
            if (n % 3 == 0) {
                throw new Refused();
            }
        }
    }

    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused() {
            super("refused", null, false, false);
        }
    }
}
