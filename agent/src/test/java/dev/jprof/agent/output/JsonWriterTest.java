package dev.jprof.agent.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonWriter json = new JsonWriter(bytes);

    @Test
    void hostile_names_become_plain_ascii() throws IOException {
        json.beginArray().text("a\"b\\c\n\u0000</script>\u00e9\ud800").endArray();

        assertThat(written()).isEqualTo("[\"a\\\"b\\\\c\\u000a\\u0000\\u003c/script>\\u00e9\\ud800\"]");
    }

    @Test
    void numbers_are_written_whole() throws IOException {
        json.beginArray()
                .number(0)
                .number(-1)
                .number(10)
                .number(Long.MAX_VALUE)
                .decimal(4.056)
                .endArray();

        assertThat(written()).isEqualTo("[0,-1,10,9223372036854775807,4.06]");
    }

    @Test
    void the_locale_has_no_say() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            json.beginObject().key("n").number(12).key("d").decimal(1.5).endObject();
        } finally {
            Locale.setDefault(before);
        }

        assertThat(written()).isEqualTo("{\"n\":12,\"d\":1.50}");
    }

    @Test
    void long_arrays_pass_the_buffers_end() throws IOException {
        json.beginArray();
        StringBuilder expected = new StringBuilder("[");
        for (int i = 0; i < 100000; i++) {
            json.number(i);
            expected.append(i == 0 ? "" : ",").append(i);
        }
        json.endArray();

        assertThat(written()).isEqualTo(expected.append(']').toString());
    }

    private String written() throws IOException {
        json.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
