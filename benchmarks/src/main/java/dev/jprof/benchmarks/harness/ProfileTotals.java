package dev.jprof.benchmarks.harness;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;

/** How many calls a profile counted, and on how many nodes. */
record ProfileTotals(long calls, long nodes) {
    static ProfileTotals read(Path profile) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(profile.toFile())) {
            parser.nextToken();
            enter(parser, "nodes");
            enter(parser, "calls");
            long calls = 0;
            long nodes = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                calls += parser.getLongValue();
                nodes++;
            }
            return new ProfileTotals(calls, nodes);
        }
    }

    /** Goes from the beginning of an object to that of one of its values. */
    private static void enter(JsonParser parser, String name) throws IOException {
        while (!name.equals(parser.nextFieldName())) {
            if (parser.currentToken() != JsonToken.FIELD_NAME) {
                throw new IOException("the profile has no " + name);
            }
            parser.nextToken();
            parser.skipChildren();
        }
        parser.nextToken();
    }
}
