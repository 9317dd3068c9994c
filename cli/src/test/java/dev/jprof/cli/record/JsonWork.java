package dev.jprof.cli.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Copies a document made by chance with Jackson, token by token, as often as its argument says. */
final class JsonWork {
    private static final int ROWS = 400;

    private JsonWork() {}

    public static void main(String[] arguments) {
        byte[] document = document();
        JsonFactory json = new JsonFactory();
        long length = 0;
        for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
            length += copy(json, document).length;
        }
        System.out.println(length);
    }

    private static byte[] copy(JsonFactory json, byte[] document) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(document.length);
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), document);
                JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), copy)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
        }
        return copy.toByteArray();
    }

    private static byte[] document() {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder("[");
        for (int row = 0; row < ROWS; row++) {
            rows.append(row == 0 ? "" : ",")
                    .append("{\"name\":\"")
                    .append(Long.toString(random.nextLong(), 36))
                    .append(" \\\"\u00e9\u4e2d\\u00e4 ")
                    .append(Long.toString(random.nextLong(), 36))
                    .append("\",\"price\":")
                    .append(random.nextDouble() * 1000)
                    .append(",\"count\":")
                    .append(random.nextInt())
                    .append(",\"tags\":[\"a\",\"bb\",true,null]}");
        }
        return rows.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }
}
