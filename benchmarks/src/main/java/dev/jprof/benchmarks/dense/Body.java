package dev.jprof.benchmarks.dense;

/** A point with a mass, a place and a speed: nothing but getters and setters. */
final class Body {
    private final double mass;
    private double x;
    private double y;
    private double z;
    private double speedX;
    private double speedY;
    private double speedZ;

    Body(double x, double y, double z, double mass) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.mass = mass;
    }

    double mass() {
        return mass;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double z() {
        return z;
    }

    double speedX() {
        return speedX;
    }

    double speedY() {
        return speedY;
    }

    double speedZ() {
        return speedZ;
    }

    void setX(double value) {
        x = value;
    }

    void setY(double value) {
        y = value;
    }

    void setZ(double value) {
        z = value;
    }

    void setSpeedX(double value) {
        speedX = value;
    }

    void setSpeedY(double value) {
        speedY = value;
    }

    void setSpeedZ(double value) {
        speedZ = value;
    }
}
