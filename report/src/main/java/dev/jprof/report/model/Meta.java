package dev.jprof.report.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a profile says of its own making: the {@code meta} object of profile.json, unknown keys included. Values are String,
 * Long, Double, Boolean, List and Map, as read.
 */
public record Meta(Map<String, Object> values) {
    public Meta {
        values = new LinkedHashMap<>(values);
    }

    public String text(String key, String absent) {
        return values.get(key) instanceof String text ? text : absent;
    }

    public long integer(String key, long absent) {
        return values.get(key) instanceof Number number ? number.longValue() : absent;
    }

    public double number(String key, double absent) {
        return values.get(key) instanceof Number number ? number.doubleValue() : absent;
    }
}
