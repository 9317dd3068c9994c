package dev.jprof.benchmarks.dense;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parses a JSON text of some 20 kB by recursive descent, one call a character and more. */
public final class JsonText {
    private static final int ORDERS = 100;

    private final String text;
    private final StringBuilder captured = new StringBuilder();
    private int position;

    private JsonText(String text) {
        this.text = text;
    }

    public static void main(String[] args) {
        int rounds = Rounds.of(args);
        String text = orders();
        for (int i = 0; i < rounds; i++) {
            List<?> orders = (List<?>) new JsonText(text).value();
            Rounds.check(ORDERS, orders.size());
        }
    }

    private static String orders() {
        var text = new StringBuilder("[");
        for (int i = 0; i < ORDERS; i++) {
            text.append(i == 0 ? "" : ",\n  ")
                    .append("{\"id\": ")
                    .append(i)
                    .append(", \"customer\": \"A \\\"good\\\" customer\", \"paid\": ")
                    .append(i % 3 == 0)
                    .append(
                            ", \"lines\": [{\"article\": \"pencil\", \"price\": 1.25}, {\"article\": \"ink\", \"price\": 7}]")
                    .append(", \"remark\": null, \"path\": [1, [2, [3, [4, []]]], {}]}");
        }
        return text.append("]").toString();
    }

    private Object value() {
        skipSpace();
        switch (peek()) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object() {
        var fields = new HashMap<String, Object>();
        read();
        skipSpace();
        while (!accept('}')) {
            skipSpace();
            String key = string();
            skipSpace();
            expect(':');
            fields.put(key, value());
            skipSpace();
            accept(',');
        }
        return fields;
    }

    private List<Object> array() {
        var elements = new ArrayList<>();
        read();
        skipSpace();
        while (!accept(']')) {
            elements.add(value());
            skipSpace();
            accept(',');
        }
        return elements;
    }

    private String string() {
        expect('"');
        captured.setLength(0);
        while (peek() != '"') {
            accept('\\');
            captured.append(read());
        }
        read();
        return captured.toString();
    }

    private Double number() {
        int start = position;
        while (isPartOfNumber(peek())) {
            read();
        }
        return Double.valueOf(text.substring(start, position));
    }

    private Object word(String word, Object meaning) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return meaning;
    }

    private void skipSpace() {
        while (isSpace(peek())) {
            read();
        }
    }

    private boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        read();
        return true;
    }

    private void expect(char wanted) {
        if (read() != wanted) {
            throw new IllegalStateException("no " + wanted + " before character " + position);
        }
    }

    /** The character that comes next, 0 at the end. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    private char read() {
        return text.charAt(position++);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\n';
    }

    private static boolean isPartOfNumber(char character) {
        return character >= '0' && character <= '9' || character == '.' || character == '-';
    }
}
