package dev.jprof.report.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes one JSON document, safe inside a script element of a page: {@code <} and lone surrogates are escaped. Confined to
 * one thread.
 */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .characterEscapes(new SafeEscapes())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes a document in UTF-8; flushes {@code out} and leaves it open. */
    public static void write(OutputStream out, Consumer<Json> content) throws IOException {
        run(() -> FACTORY.createGenerator(ObjectWriteContext.empty(), out), content);
    }

    /** Writes a document; flushes {@code out} and leaves it open. */
    public static void write(Writer out, Consumer<Json> content) throws IOException {
        run(() -> FACTORY.createGenerator(ObjectWriteContext.empty(), out), content);
    }

    public Json startObject() {
        generator.writeStartObject();
        return this;
    }

    public Json endObject() {
        generator.writeEndObject();
        return this;
    }

    public Json startArray() {
        generator.writeStartArray();
        return this;
    }

    public Json endArray() {
        generator.writeEndArray();
        return this;
    }

    /** Begins a member of an object: a value, object or array must follow. */
    public Json key(String key) {
        generator.writeName(key);
        return this;
    }

    public Json value(String value) {
        generator.writeString(value);
        return this;
    }

    public Json value(long value) {
        generator.writeNumber(value);
        return this;
    }

    /** {@code value} must be finite. */
    public Json value(double value) {
        generator.writeNumber(value);
        return this;
    }

    public Json value(boolean value) {
        generator.writeBoolean(value);
        return this;
    }

    /** Writes null. */
    public Json nothing() {
        generator.writeNull();
        return this;
    }

    public Json field(String key, String value) {
        return key(key).value(value);
    }

    public Json field(String key, long value) {
        return key(key).value(value);
    }

    /** {@code value} must be finite. */
    public Json field(String key, double value) {
        return key(key).value(value);
    }

    public Json field(String key, boolean value) {
        return key(key).value(value);
    }

    /** A value made of String, Number, Boolean, Iterable and Map with text keys, such as those of a profile's meta. */
    public Json any(Object value) {
        if (value instanceof Map<?, ?> map) {
            startObject();
            map.forEach((key, member) -> key((String) key).any(member));
            return endObject();
        }
        if (value instanceof Iterable<?> list) {
            startArray();
            list.forEach(this::any);
            return endArray();
        }
        if (value instanceof Boolean truth) {
            return value(truth.booleanValue());
        }
        if (value instanceof Double || value instanceof Float) {
            return value(((Number) value).doubleValue());
        }
        if (value instanceof Number number) {
            return value(number.longValue());
        }
        return value((String) value);
    }

    private static void run(Supplier<JsonGenerator> open, Consumer<Json> content) throws IOException {
        try (JsonGenerator generator = open.get()) {
            content.accept(new Json(generator));
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
