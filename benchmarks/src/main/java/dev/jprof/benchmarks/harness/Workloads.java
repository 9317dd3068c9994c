package dev.jprof.benchmarks.harness;

import java.util.List;

/** All programs, with sizes that take about a second bare where nothing else is said. */
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
            Workload.dense("lists", "Lists", 20_000),
            Workload.dense("storage", "Storage", 12_000),
            Workload.dense("json", "JsonText", 3_000),
            Workload.library("jackson-short", "JacksonRoundTrips", 20_000),
            Workload.library("jackson-long", "JacksonRoundTrips", 200_000),
            Workload.library("h2-short", "H2Statements", 4_000),
            Workload.library("h2-long", "H2Statements", 40_000),
            Workload.ownPackage("jackson-own-short", "JacksonRoundTrips", 20_000),
            Workload.ownPackage("jackson-own-long", "JacksonRoundTrips", 200_000),
            Workload.ownPackage("h2-own-short", "H2Statements", 4_000),
            Workload.ownPackage("h2-own-long", "H2Statements", 40_000),
            Workload.shape(SLOW_SYSTEMS, "dev.jprof.examples.SlowSystems", "--scale", "%")
                    .withPeers(),
            Workload.shape(ONE_THREAD, "shape.SharedMethods", "#2500", "1"),
            Workload.shape(FOUR_THREADS, "shape.SharedMethods", "#2500", "4").withThreads(4),
            Workload.shape(EMPTY, "shape.Empty").withPeers(),
            Workload.shape(CLASSES, ManyClasses.MAIN),
            Workload.shape(PATHS_20K, "shape.CallPaths", "20000"),
            Workload.shape(PATHS_1M, "shape.CallPaths", "1000000"));

    private Workloads() {}
}
