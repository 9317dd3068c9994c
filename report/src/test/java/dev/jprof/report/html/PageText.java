package dev.jprof.report.html;

import dev.jprof.report.model.Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page, read as its own script reads it. */
record PageText(String html) {
    static PageText of(Profile profile) {
        return of(HtmlPage.of(profile, "profile.json"));
    }

    static PageText of(HtmlPage page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            page.write(out);
        } catch (IOException memoryHasNone) {
            throw new UncheckedIOException(memoryHasNone);
        }
        return new PageText(out.toString(StandardCharsets.UTF_8));
    }

    String data() {
        String begin = "<script type=\"application/octet-stream\" id=\"data\">";
        int from = html.indexOf(begin) + begin.length();
        return html.substring(from, html.indexOf("</script>", from));
    }

    String withoutData() {
        return html.replace(data(), "");
    }

    JsonNode words() {
        return JsonMapper.shared().readTree(line(0));
    }

    JsonNode names() {
        return JsonMapper.shared().readTree(line(1));
    }

    /** All columns of all blocks, by name. */
    Map<String, long[]> columns() {
        Map<String, long[]> columns = new LinkedHashMap<>();
        for (int line = 2; line < data().lines().count(); line++) {
            byte[] block = line(line);
            int length = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).getInt();
            JsonNode lengths = JsonMapper.shared().readTree(Arrays.copyOfRange(block, 4, 4 + length));
            int at = 4 + length;
            for (Map.Entry<String, JsonNode> column : lengths.properties()) {
                int size = column.getValue().asInt();
                columns.put(column.getKey(), numbers(Arrays.copyOfRange(block, at, at + size)));
                at += size;
            }
        }
        return columns;
    }

    private static long[] numbers(byte[] bytes) {
        Stream.Builder<Long> numbers = Stream.builder();
        long value = 0;
        int shift = 0;
        for (byte each : bytes) {
            value |= (each & 0x7FL) << shift;
            shift += 7;
            if (each >= 0) {
                numbers.add(value);
                value = 0;
                shift = 0;
            }
        }
        return numbers.build().mapToLong(Long::longValue).toArray();
    }

    private byte[] line(int number) {
        byte[] packed = Base64.getDecoder()
                .decode(data().lines().skip(number).findFirst().orElseThrow());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
