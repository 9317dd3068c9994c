package dev.jprof.cli.record;

import dev.jprof.report.io.OutputFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;

/**
 * What a folder of runs is made of, kept in it as {@code runs.properties}.
 *
 * @param base the command of the base, as typed
 * @param current that of the other side
 * @param options the agent's, as an agent argument
 * @param seed decides which side goes first in each pair
 */
public record RunsPlan(String base, String current, String options, long seed) {
    /** Returns the command of a side. */
    public String command(Side side) {
        return side == Side.BASE ? base : current;
    }

    /** Returns all runs in the order of recording. More pairs leave the earlier ones as they are. */
    public List<PlannedRun> runs(int pairs) {
        Random random = new Random(seed);
        List<PlannedRun> runs = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            Side first = random.nextBoolean() ? Side.BASE : Side.NEW;
            runs.add(new PlannedRun(first, pair));
            runs.add(new PlannedRun(first.other(), pair));
        }
        return runs;
    }

    static RunsPlan read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return new RunsPlan(
                    property(properties, "base"),
                    property(properties, "new"),
                    property(properties, "options"),
                    Long.parseLong(property(properties, "seed")));
        } catch (IllegalArgumentException damaged) {
            throw new IOException(file + " is damaged; record into another folder", damaged);
        }
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("base", base);
        properties.setProperty("new", current);
        properties.setProperty("options", options);
        properties.setProperty("seed", Long.toString(seed));
        OutputFile.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            properties.store(writer, "Made by jprof record-runs");
            writer.flush();
        });
    }

    private static String property(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(key);
        }
        return value;
    }
}
