package dev.jprof.benchmarks.harness;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;

/** How many calls a profile counted, and on how many nodes. */
record ProfileTotals(long calls, long nodes) {
    static ProfileTotals read(Path profile) throws IOException {
        long calls = 0;
        long nodes = 0;
        try (JsonParser parser = new JsonFactory().createParser(profile.toFile())) {
            while (parser.nextToken() != null) {
                boolean isColumn =
                        parser.currentToken() == JsonToken.START_ARRAY && "calls".equals(parser.currentName());
                if (isColumn
                        && "nodes".equals(parser.getParsingContext().getParent().getCurrentName())) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        calls += parser.getLongValue();
                        nodes++;
                    }
                }
            }
        }
        return new ProfileTotals(calls, nodes);
    }
}
