package dev.jprof.examples;

/** The factor given with {@code --scale}, 1 without; every count of a program is multiplied by it and rounded down. */
final class Scale {
    private final double factor;

    private Scale(double factor) {
        this.factor = factor;
    }

    /** Ends the program with code 2 and one line when the arguments are not {@code --scale FACTOR}. */
    static Scale of(String[] args) {
        if (args.length == 0) {
            return new Scale(1);
        }
        try {
            double factor = Double.parseDouble(args[args.length - 1]);
            if (args.length == 2 && args[0].equals("--scale") && factor > 0 && factor <= 1) {
                return new Scale(factor);
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for every other wrong argument.
        }
        System.err.println("usage: [--scale FACTOR], where FACTOR is above 0 and at most 1");
        System.exit(2);
        return new Scale(1);
    }

    int of(int count) {
        return (int) (count * factor);
    }
}
