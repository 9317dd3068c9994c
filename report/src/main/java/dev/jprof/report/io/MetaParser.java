package dev.jprof.report.io;

import dev.jprof.report.model.Meta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonToken;

/** The meta object: any JSON, kept as read, but known keys hold what they should. */
final class MetaParser {
    private static final int BYTES_PER_VALUE = 64;

    private final Cursor cursor;

    MetaParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Meta parse() throws ProfileFormatException {
        Map<String, Object> values = new LinkedHashMap<>();
        cursor.object(key -> {
            checkKind(key);
            if (cursor.token() != JsonToken.VALUE_NULL) {
                values.put(key, value());
            }
        });
        return new Meta(values);
    }

    private void checkKind(String key) throws ProfileFormatException {
        switch (key) {
            case "tool", "mode", "clock", "start", "reason", "command", "event" ->
                require(cursor.token() == JsonToken.VALUE_STRING, "text");
            case "wallNs", "pid", "intervalNs", "truncated", "stackless", "setupNs", "newPathNs" ->
                cursor.integer(0, Long.MAX_VALUE);
            case "merged" -> cursor.integer(1, Long.MAX_VALUE);
            case "probeNs",
                    "probeErrorNs",
                    "leafProbeNs",
                    "leafProbeErrorNs",
                    "exactProbeNs",
                    "exactProbeErrorNs",
                    "exactProbeInsideNs",
                    "slowdown" ->
                require(cursor.token().isNumeric() && cursor.number().doubleValue() >= 0, "a number, not negative,");
            case "jvm", "os", "options", "ticker", "classes", "overflow", "source" ->
                require(cursor.token() == JsonToken.START_OBJECT, "an object");
            case "histogramsFull", "allocTooMuch", "attached" -> cursor.truth();
            case "skipped" -> require(cursor.token() == JsonToken.START_ARRAY, "an array");
            default -> {}
        }
    }

    private void require(boolean holds, String what) throws ProfileFormatException {
        if (!holds) {
            throw cursor.wrong(what + " is missing here");
        }
    }

    // Recursive, as deep as the reader lets a document nest.
    private Object value() throws ProfileFormatException {
        cursor.keep(BYTES_PER_VALUE);
        return switch (cursor.token()) {
            case START_OBJECT -> map();
            case START_ARRAY -> list();
            case VALUE_STRING -> cursor.text();
            case VALUE_TRUE, VALUE_FALSE -> cursor.truth();
            default -> cursor.number();
        };
    }

    private Map<String, Object> map() throws ProfileFormatException {
        Map<String, Object> map = new LinkedHashMap<>();
        cursor.object(key -> {
            if (cursor.token() != JsonToken.VALUE_NULL) {
                map.put(key, value());
            }
        });
        return map;
    }

    private List<Object> list() throws ProfileFormatException {
        List<Object> list = new ArrayList<>();
        cursor.array(() -> {
            if (cursor.token() != JsonToken.VALUE_NULL) {
                list.add(value());
            }
        });
        return list;
    }
}
