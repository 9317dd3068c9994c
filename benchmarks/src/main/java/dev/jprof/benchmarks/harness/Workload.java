package dev.jprof.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program to be measured.
 *
 * @param arguments what its main is given; {@code #1500} is a size, made smaller in quick runs and for dear modes,
 *     {@code %} is replaced by the factor itself
 * @param packages names in front of the classes that are profiled; an empty one means all
 * @param threads how many of its threads run at the same time
 * @param forPeers whether other profilers are measured with it too
 */
record Workload(
        String name,
        Group group,
        String main,
        List<String> arguments,
        List<String> packages,
        int threads,
        boolean forPeers) {
    static final List<String> ALL = List.of("");

    enum Group {
        DENSE,
        LIBRARY,
        OWN_PACKAGE,
        SHAPE
    }

    static Workload dense(String name, String main, int rounds) {
        return new Workload(name, Group.DENSE, "dense." + main, List.of("#" + rounds), ALL, 1, true);
    }

    static Workload library(String name, String main, int rounds) {
        return new Workload(name, Group.LIBRARY, "library." + main, List.of("#" + rounds), ALL, 1, true);
    }

    static Workload ownPackage(String name, String main, int rounds) {
        var own = List.of("dev.jprof.benchmarks.library.");
        return new Workload(name, Group.OWN_PACKAGE, "library." + main, List.of("#" + rounds), own, 1, true);
    }

    static Workload shape(String name, String main, String... arguments) {
        return new Workload(name, Group.SHAPE, main, List.of(arguments), ALL, 1, false);
    }

    Workload withThreads(int number) {
        return new Workload(name, group, main, arguments, packages, number, forPeers);
    }

    Workload withPeers() {
        return new Workload(name, group, main, arguments, packages, threads, true);
    }

    /** The program and its arguments. */
    List<String> command(double factor) {
        var command = new ArrayList<String>();
        command.add(main.contains(".jprof.") || main.startsWith("many.") ? main : "dev.jprof.benchmarks." + main);
        for (String argument : arguments) {
            if (argument.startsWith("#")) {
                command.add(String.valueOf(Math.max(1, Math.round(Integer.parseInt(argument.substring(1)) * factor))));
            } else if (argument.equals("%")) {
                command.add(String.format(Locale.ROOT, "%.9f", factor));
            } else {
                command.add(argument);
            }
        }
        return command;
    }
}
