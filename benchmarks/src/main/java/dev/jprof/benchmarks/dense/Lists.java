package dev.jprof.benchmarks.dense;

/** Takeuchi's function on the lengths of linked lists, compared link by link. */
public final class Lists {
    public static void main(String[] args) {
        int rounds = Rounds.of(args);
        Link fifteen = Link.ofLength(15);
        Link ten = Link.ofLength(10);
        Link six = Link.ofLength(6);
        for (int i = 0; i < rounds; i++) {
            Rounds.check(10, takeuchi(fifteen, ten, six).length());
        }
    }

    private static Link takeuchi(Link x, Link y, Link z) {
        if (!isShorter(y, x)) {
            return z;
        }
        return takeuchi(takeuchi(x.next(), y, z), takeuchi(y.next(), z, x), takeuchi(z.next(), x, y));
    }

    private static boolean isShorter(Link left, Link right) {
        Link a = left;
        Link b = right;
        while (b != null) {
            if (a == null) {
                return true;
            }
            a = a.next();
            b = b.next();
        }
        return false;
    }

    private static final class Link {
        private final Link next;

        private Link(Link next) {
            this.next = next;
        }

        static Link ofLength(int length) {
            return length == 0 ? null : new Link(ofLength(length - 1));
        }

        Link next() {
            return next;
        }

        int length() {
            return next == null ? 1 : 1 + next.length();
        }
    }
}
