package dev.jprof.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program to be measured.
 *
 * @param arguments what its main is given; {@code #1500} is a size, made smaller in quick runs and for dear modes,
 *     {@code %} is replaced by the factor itself
 * @param packages names in front of the classes that are profiled: all that the program needs, or its own
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
    private static final String OWN_LIBRARY_PACKAGE = "dev.jprof.benchmarks.library.";

    enum Group {
        DENSE,
        LIBRARY,
        OWN_PACKAGE,
        SHAPE
    }

    static Workload dense(String name, String main, int rounds) {
        return new Workload(
                name,
                Group.DENSE,
                "dense." + main,
                List.of("#" + rounds),
                List.of("dev.jprof.benchmarks.dense."),
                1,
                true);
    }

    static Workload library(String name, String main, int rounds, String libraryPackage) {
        var packages = List.of(OWN_LIBRARY_PACKAGE, libraryPackage);
        return new Workload(name, Group.LIBRARY, "library." + main, List.of("#" + rounds), packages, 1, true);
    }

    static Workload ownPackage(String name, String main, int rounds) {
        var own = List.of(OWN_LIBRARY_PACKAGE);
        return new Workload(name, Group.OWN_PACKAGE, "library." + main, List.of("#" + rounds), own, 1, true);
    }

    static Workload shape(String name, String main, String... arguments) {
        return new Workload(name, Group.SHAPE, main, List.of(arguments), List.of("dev.jprof."), 1, false);
    }

    Workload withThreads(int number) {
        return new Workload(name, group, main, arguments, packages, number, forPeers);
    }

    Workload withPackage(String name) {
        return new Workload(this.name, group, main, arguments, List.of(name), threads, forPeers);
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
