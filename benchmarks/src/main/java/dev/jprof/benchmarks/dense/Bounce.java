package dev.jprof.benchmarks.dense;

/** A hundred balls in a box. Calls a round: move 50,000 and a new ball, next and turn for some thousands. */
public final class Bounce {
    private static final int BALLS = 100;
    private static final int STEPS = 500;

    public static void main(String[] args) {
        int rounds = Rounds.of(args);
        long first = bounces();
        for (int i = 1; i < rounds; i++) {
            Rounds.check(first, bounces());
        }
    }

    private static long bounces() {
        Chance chance = new Chance();
        Ball[] balls = new Ball[BALLS];
        for (int i = 0; i < BALLS; i++) {
            balls[i] = new Ball(chance);
        }
        long bounces = 0;
        for (int step = 0; step < STEPS; step++) {
            for (Ball ball : balls) {
                if (ball.move()) {
                    bounces++;
                }
            }
        }
        return bounces;
    }

    private static final class Ball {
        private static final int WALL = 500;

        private int x;
        private int y;
        private int speedX;
        private int speedY;

        Ball(Chance chance) {
            x = chance.next() % WALL;
            y = chance.next() % WALL;
            speedX = chance.next() % 300 - 150;
            speedY = chance.next() % 300 - 150;
        }

        boolean move() {
            x += speedX;
            y += speedY;
            boolean bounced = false;
            if (isOutside(x)) {
                x = nearestInside(x);
                speedX = -speedX;
                bounced = true;
            }
            if (isOutside(y)) {
                y = nearestInside(y);
                speedY = -speedY;
                bounced = true;
            }
            return bounced;
        }

        private static boolean isOutside(int place) {
            return place < 0 || place > WALL;
        }

        private static int nearestInside(int place) {
            return place < 0 ? 0 : WALL;
        }
    }
}
