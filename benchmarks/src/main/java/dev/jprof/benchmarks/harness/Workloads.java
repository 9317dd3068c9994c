package dev.jprof.benchmarks.harness;

import java.util.List;

/** All programs, with sizes that take about a second bare, and about five in the long runs of libraries. */
final class Workloads {
    static final String EMPTY = "empty";
    static final String ONE_THREAD = "one-thread";
    static final String FOUR_THREADS = "four-threads";
    static final String CLASSES = "classes-10000";
    static final String PATHS_20K = "paths-20000";
    static final String PATHS_1M = "paths-1000000";
    static final String SLOW_SYSTEMS = "slow-systems";

    /** Tight code: those that the goal for the cost per call names. */
    static final List<String> TIGHT = List.of("permutations", "towers", "scheduler", "bodies");

    static final List<Workload> ALL = List.of(
            Workload.dense("permutations", "Permutations", 2_500),
            Workload.dense("towers", "Towers", 15_000),
            Workload.dense("queens", "Queens", 30_000),
            Workload.dense("scheduler", "Scheduler", 8_000),
            Workload.dense("bodies", "Bodies", 10_000),
            Workload.dense("bounce", "Bounce", 12_000),
            Workload.dense("lists", "Lists", 50_000),
            Workload.dense("storage", "Storage", 12_000),
            Workload.dense("json", "JsonText", 3_000),
            Workload.library("jackson-short", "JacksonRoundTrips", 8_000, "com.fasterxml.jackson."),
            Workload.library("jackson-long", "JacksonRoundTrips", 120_000, "com.fasterxml.jackson."),
            Workload.library("h2-short", "H2Statements", 300, "org.h2."),
            Workload.library("h2-long", "H2Statements", 5_000, "org.h2."),
            Workload.ownPackage("jackson-own-short", "JacksonRoundTrips", 8_000),
            Workload.ownPackage("jackson-own-long", "JacksonRoundTrips", 120_000),
            Workload.ownPackage("h2-own-short", "H2Statements", 300),
            Workload.ownPackage("h2-own-long", "H2Statements", 5_000),
            Workload.shape(SLOW_SYSTEMS, "dev.jprof.examples.SlowSystems", "--scale", "%")
                    .withPeers(),
            Workload.shape(ONE_THREAD, "shape.SharedMethods", "#2500", "1"),
            Workload.shape(FOUR_THREADS, "shape.SharedMethods", "#2500", "4").withThreads(4),
            Workload.shape(EMPTY, "shape.Empty").withPeers(),
            Workload.shape(CLASSES, ManyClasses.MAIN).withPackage("many."),
            Workload.shape(PATHS_20K, "shape.CallPaths", "20000"),
            Workload.shape(PATHS_1M, "shape.CallPaths", "1000000"));

    private Workloads() {}
}
