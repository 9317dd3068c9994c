package dev.jprof.benchmarks.shape;

/**
 * Makes as many call paths as it is told, each called twice: the paths are numbered like the places of a binary heap, and
 * two methods call each other accordingly.
 */
public final class CallPaths {
    private final int last;
    private int visited;

    private CallPaths(int last) {
        this.last = last;
    }

    public static void main(String[] args) {
        int paths = Integer.parseInt(args[0]);
        for (int i = 0; i < 2; i++) {
            var callPaths = new CallPaths(paths);
            callPaths.left(1);
            if (callPaths.visited != paths) {
                throw new IllegalStateException(callPaths.visited + " paths instead of " + paths);
            }
        }
    }

    private void left(int path) {
        visited++;
        if (2 * path <= last) {
            left(2 * path);
        }
        if (2 * path + 1 <= last) {
            right(2 * path + 1);
        }
    }

    private void right(int path) {
        visited++;
        if (2 * path <= last) {
            left(2 * path);
        }
        if (2 * path + 1 <= last) {
            right(2 * path + 1);
        }
    }
}
