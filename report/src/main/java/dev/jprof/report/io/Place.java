package dev.jprof.report.io;

import java.io.IOException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;

/** Where in a document the parser is, which does not see the integers that {@link DocumentBytes} takes out before it. */
final class Place {
    private final JsonParser parser;
    private final DocumentBytes bytes;

    /** How many elements of the array that the parser is in it has not seen. */
    private int elements;

    private int lines;

    /** How far to the right of what the parser says everything in its line {@code shiftedLine} is. */
    private int shift;

    private int shiftedLine;

    Place(JsonParser parser, DocumentBytes bytes) {
        this.parser = parser;
        this.bytes = bytes;
    }

    /** Takes what can be told of the array whose bracket the parser stands on. */
    void take(DocumentBytes.Taker taker) throws IOException {
        TokenStreamLocation bracket = parser.currentLocation();
        int before = bracket.getLineNr() == shiftedLine ? shift : 0;
        elements = bytes.take(taker, bracket.getByteOffset());
        shift = bytes.lines() == 0 ? before + bytes.column() : bytes.column() + 1 - bracket.getColumnNr();
        shiftedLine = bracket.getLineNr();
        lines += bytes.lines();
    }

    void endOfArray() {
        elements = 0;
    }

    /** The token that the parser stands on. */
    String ofToken() {
        return of(parser.currentTokenLocation());
    }

    /** What follows it. */
    String behindToken() {
        return of(parser.currentLocation());
    }

    private String of(TokenStreamLocation location) {
        int line = location.getLineNr();
        int column = location.getColumnNr() + (line == shiftedLine ? shift : 0);
        String lineAndColumn = "line " + (line + lines) + ", column " + column;
        String pointer = pointer();
        return pointer.isEmpty() ? lineAndColumn : pointer + " (" + lineAndColumn + ")";
    }

    private String pointer() {
        var context = parser.streamReadContext();
        String pointer = context.pathAsPointer().toString();
        if (elements == 0 || !context.inArray()) {
            return pointer;
        }
        return pointer.substring(0, pointer.lastIndexOf('/') + 1) + (elements + context.getCurrentIndex());
    }
}
