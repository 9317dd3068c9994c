package dev.jprof.cli.truth;

import java.util.Random;

/**
 * A random program whose threads together make the same calls in each run, however they are scheduled: of every three one has a
 * single thread, one four threads, and one a pool that they share. Its property {@code extra} is the number of a method that
 * is called once more.
 */
record ManyCalls(int seed) {
    static final int METHODS = 12;

    String name(int method) {
        return "gen.P" + seed + ".m" + method;
    }

    String source() {
        Random random = new Random(seed);
        StringBuilder source = new StringBuilder("package gen;\n\nimport java.util.concurrent.*;\n\n");
        source.append("public class P").append(seed).append(" {\n");
        for (int method = 0; method < METHODS; method++) {
            source.append("    static int m").append(method).append("(int x) {\n");
            source.append("        if (x < 0) {\n            return 0;\n        }\n        int sum = x;\n");
            for (int call = 0; call < 3 && method > 0; call++) {
                source.append("        if (x % ")
                        .append(2 + random.nextInt(4))
                        .append(" == ")
                        .append(random.nextInt(2));
                source.append(") sum += m")
                        .append(random.nextInt(method))
                        .append("(x + ")
                        .append(call)
                        .append(");\n");
            }
            source.append("        return sum ^ ").append(random.nextInt(1000)).append(";\n    }\n\n");
        }
        source.append("    static void extra() {\n        switch (Integer.getInteger(\"extra\")) {\n");
        for (int method = 0; method < METHODS; method++) {
            source.append("            case ")
                    .append(method)
                    .append(": m")
                    .append(method)
                    .append("(-1); break;\n");
        }
        source.append("            default:\n        }\n    }\n\n");
        return source.append(work(200 + random.nextInt(2000))).append("}\n").toString();
    }

    private String work(int rounds) {
        String task = "    static void work(int thread) {\n        for (int i = 0; i < " + rounds + "; i++) {\n"
                + "            m" + (METHODS - 1) + "(i + thread);\n        }\n"
                + "        if (thread == 2) {\n            extra();\n        }\n    }\n\n"
                + "    public static void main(String[] args) throws Exception {\n";
        return task
                + switch (seed % 3) {
                    case 0 -> "        for (int t = 0; t < 4; t++) {\n            work(t);\n        }\n    }\n";
                    case 1 ->
                        "        Thread[] all = new Thread[4];\n        for (int t = 0; t < 4; t++) {\n"
                                + "            int thread = t;\n            all[t] = new Thread(() -> work(thread));\n"
                                + "            all[t].start();\n        }\n"
                                + "        for (Thread one : all) {\n            one.join();\n        }\n    }\n";
                    default ->
                        "        ExecutorService pool = Executors.newFixedThreadPool(3);\n"
                                + "        for (int t = 0; t < 20; t++) {\n            int thread = t;\n"
                                + "            pool.execute(() -> work(thread));\n        }\n"
                                + "        pool.shutdown();\n        pool.awaitTermination(1, TimeUnit.MINUTES);\n    }\n";
                };
    }
}
