package dev.jprof.cli.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A program for the launcher's tests: says what it was given. */
final class Echo {
    private Echo() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        switch (args[0]) {
            case "arguments" -> {
                for (int i = 1; i < args.length; i++) {
                    System.out.println(i + " " + args[i].codePoints().boxed().toList());
                }
            }
            case "environment" -> {
                Map<String, String> sorted = new TreeMap<>(System.getenv());
                sorted.forEach((name, value) -> System.out.println(name + "=" + value));
            }
            case "input" -> System.out.println(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
            case "exit" -> System.exit(Integer.parseInt(args[1]));
            case "wait" -> {
                System.out.println("pid " + ProcessHandle.current().pid());
                Thread.sleep(60_000);
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
