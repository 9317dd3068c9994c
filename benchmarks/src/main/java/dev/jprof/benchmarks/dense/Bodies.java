package dev.jprof.benchmarks.dense;

/** Five bodies that pull at each other, every field behind a getter and a setter. A round is 1,000 steps. */
public final class Bodies {
    private static final int STEPS = 1_000;
    private static final double STEP = 0.001;

    private final Body[] bodies = {
        new Body(0, 0, 0, 1000),
        new Body(30, 0, 1, 3),
        new Body(0, 50, 2, 5),
        new Body(-70, 10, 3, 2),
        new Body(5, -90, 4, 8)
    };

    public static void main(String[] args) {
        int rounds = Rounds.of(args);
        for (int i = 0; i < rounds; i++) {
            Bodies system = new Bodies();
            for (int step = 0; step < STEPS; step++) {
                system.advance();
            }
            Rounds.check(0, Math.round(system.momentum()));
        }
    }

    private void advance() {
        for (int i = 0; i < bodies.length; i++) {
            for (int j = i + 1; j < bodies.length; j++) {
                pull(bodies[i], bodies[j]);
            }
        }
        for (Body body : bodies) {
            body.setX(body.x() + STEP * body.speedX());
            body.setY(body.y() + STEP * body.speedY());
            body.setZ(body.z() + STEP * body.speedZ());
        }
    }

    private static void pull(Body a, Body b) {
        double x = a.x() - b.x();
        double y = a.y() - b.y();
        double z = a.z() - b.z();
        double square = x * x + y * y + z * z;
        double strength = STEP / (square * Math.sqrt(square));
        a.setSpeedX(a.speedX() - x * b.mass() * strength);
        a.setSpeedY(a.speedY() - y * b.mass() * strength);
        a.setSpeedZ(a.speedZ() - z * b.mass() * strength);
        b.setSpeedX(b.speedX() + x * a.mass() * strength);
        b.setSpeedY(b.speedY() + y * a.mass() * strength);
        b.setSpeedZ(b.speedZ() + z * a.mass() * strength);
    }

    private double momentum() {
        double sum = 0;
        for (Body body : bodies) {
            sum += body.mass() * (body.speedX() + body.speedY() + body.speedZ());
        }
        return sum;
    }
}
