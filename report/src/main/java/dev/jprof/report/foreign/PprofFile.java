package dev.jprof.report.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of a pprof file, {@code perftools.profiles.Profile}; texts are numbers into the table of texts until all is read. */
final class PprofFile {
    /** Type and unit of each value of a sample. */
    final List<long[]> types = new ArrayList<>();

    final List<Sample> samples = new ArrayList<>();
    final Map<Long, Location> locations = new HashMap<>();
    final Map<Long, Function> functions = new HashMap<>();
    final Map<Long, Long> mappingFiles = new HashMap<>();
    final List<String> texts = new ArrayList<>();
    long timeNanos;
    long durationNanos;
    long[] periodType = new long[2];
    long period;
    long defaultType;

    /** @param locations the innermost first */
    record Sample(long[] locations, long[] values, List<Label> labels) {}

    record Label(long key, long text, long number) {}

    /** @param lines function and line, the innermost of those that were inlined first */
    record Location(List<long[]> lines, long mapping, long address) {}

    record Function(long name, long file, long line) {}

    PprofFile(Wire file) {
        while (file.next()) {
            switch (file.field()) {
                case 1 -> types.add(pair(file.message()));
                case 2 -> samples.add(sample(file.message()));
                case 3 -> mapping(file.message());
                case 4 -> location(file.message());
                case 5 -> function(file.message());
                case 6 -> texts.add(file.text());
                case 9 -> timeNanos = file.number();
                case 10 -> durationNanos = file.number();
                case 11 -> periodType = pair(file.message());
                case 12 -> period = file.number();
                case 14 -> defaultType = file.number();
                default -> file.skip();
            }
        }
    }

    /** The text of a number. */
    String text(long number) {
        if (number < 0 || number >= texts.size()) {
            throw new Wire.Damaged("there is no text " + number);
        }
        return texts.get((int) number);
    }

    private static long[] pair(Wire message) {
        long[] pair = new long[2];
        while (message.next()) {
            if (message.field() <= 2) {
                pair[message.field() - 1] = message.number();
            } else {
                message.skip();
            }
        }
        return pair;
    }

    private static Sample sample(Wire message) {
        List<Long> locations = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> message.numbers(locations::add);
                case 2 -> message.numbers(values::add);
                case 3 -> {
                    long[] label = fields(message.message(), 3);
                    labels.add(new Label(label[0], label[1], label[2]));
                }
                default -> message.skip();
            }
        }
        return new Sample(array(locations), array(values), labels);
    }

    private void mapping(Wire message) {
        long[] mapping = fields(message, 5);
        mappingFiles.put(mapping[0], mapping[4]);
    }

    private void location(Wire message) {
        long id = 0;
        long mapping = 0;
        long address = 0;
        List<long[]> lines = new ArrayList<>();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> id = message.number();
                case 2 -> mapping = message.number();
                case 3 -> address = message.number();
                case 4 -> lines.add(fields(message.message(), 2));
                default -> message.skip();
            }
        }
        locations.put(id, new Location(lines, mapping, address));
    }

    private void function(Wire message) {
        long[] function = fields(message, 5);
        // The name as the system knows it stands where there is none for people.
        long name = function[1] != 0 ? function[1] : function[2];
        functions.put(function[0], new Function(name, function[3], function[4]));
    }

    /** Fields 1 to {@code count} of a message that has numbers alone. */
    private static long[] fields(Wire message, int count) {
        long[] fields = new long[count];
        while (message.next()) {
            if (message.field() <= count) {
                fields[message.field() - 1] = message.number();
            } else {
                message.skip();
            }
        }
        return fields;
    }

    private static long[] array(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
