package dev.jprof.report.io;

import dev.jprof.report.model.Profile;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** One JSON document: whether it is a profile at all, and what it means when the JSON itself is broken. Used once. */
final class Document {
    private static final Pattern FORMAT = Pattern.compile("jprof/([0-9]{1,9})");

    // Jackson has a type for an end in the middle of a value, but words for one between values or within a literal.
    private static final Pattern CUT_OFF =
            Pattern.compile("Unexpected end-of-input|Unrecognized token '(t|tr|tru|f|fa|fal|fals|n|nu|nul)'");

    private static final String READS = "jprof/1";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNameLength(256)
                    .maxStringLength(65_535)
                    .maxNumberLength(64)
                    .build())
            .build();

    private final Path file;
    private final DocumentBytes bytes;
    private final Set<String> unneeded;
    private boolean isProfile;

    Document(Path file, InputStream bytes, Set<String> unneeded) {
        this.file = file;
        this.bytes = new DocumentBytes(bytes);
        this.unneeded = unneeded;
    }

    Profile read() throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            MemoryBudget memory = new MemoryBudget(Runtime.getRuntime().maxMemory());
            Cursor cursor = new Cursor(file, parser, bytes, memory);
            try {
                checkFormat(cursor);
                isProfile = true;
                return new ProfileParser(cursor, unneeded).parse();
            } catch (JacksonIOException e) {
                throw e.getCause() instanceof CharConversionException ? broken(e, cursor) : e.getCause();
            } catch (JacksonException e) {
                throw broken(e, cursor);
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void checkFormat(Cursor cursor) throws ProfileFormatException {
        if (cursor.next() != JsonToken.START_OBJECT) {
            throw otherKind("it is JSON, but not an object");
        }
        if (cursor.next() != JsonToken.PROPERTY_NAME) {
            throw otherKind("it is an empty JSON object");
        }
        String key = cursor.name();
        if (!key.equals("format")) {
            throw otherKind("it is JSON of another kind, its first key is \"" + key + "\", not \"format\"");
        }
        String format = cursor.next() == JsonToken.VALUE_STRING ? cursor.text() : "";
        Matcher version = FORMAT.matcher(format);
        if (!version.matches() || Integer.parseInt(version.group(1)) < 1) {
            throw otherKind("it is JSON of another kind, its \"format\" is not \"" + READS + "\"");
        }
        if (!format.equals(READS)) {
            throw new ProfileFormatException(
                    file, "format " + format + " is newer than this jprof reads (" + READS + "); update jprof");
        }
        cursor.next();
    }

    private ProfileFormatException otherKind(String reason) {
        return new ProfileFormatException(file, "not a jprof profile: " + reason + "; name a profile.json");
    }

    private ProfileFormatException broken(JacksonException e, Cursor cursor) {
        if (e instanceof UnexpectedEndOfInputException
                || CUT_OFF.matcher(e.getOriginalMessage()).lookingAt()) {
            return new ProfileFormatException(file, "ends too early; it was cut off, copy or record it again");
        }
        String problem = e instanceof StreamConstraintsException
                ? "text, a number or a level too long or too deep for a profile"
                : "not valid JSON";
        return isProfile ? cursor.wrongAfter(problem) : otherKind("it is " + problem);
    }
}
