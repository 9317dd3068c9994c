package dev.jprof.report.view;

/** A set of characters in brackets, as Python reads it: {@code [} and {@code &&} mean nothing in it. */
final class PythonClass {
    private final RegexCursor in;

    PythonClass(RegexCursor in) {
        this.in = in;
    }

    /** Translates a set whose bracket has been passed. */
    void translate() {
        in.write(in.skip("^") ? "[^" : "[");
        boolean first = true;
        while (first || in.peek() != ']') {
            first = false;
            element();
        }
        in.next();
        in.write("]");
    }

    private void element() {
        int low = one();
        if (in.peek() != '-') {
            return;
        }
        in.next();
        if (in.peek() == ']') {
            in.write("\\-");
            return;
        }
        in.write("-");
        int high = one();
        if (low < 0 || high < low) {
            throw in.wrong("bad character range");
        }
    }

    /** One character, whose code point is returned, or one category of them, which is -1. */
    private int one() {
        if (in.atEnd()) {
            throw in.wrong("unterminated character set");
        }
        int c = in.next();
        if (c != '\\') {
            in.write(PythonEscapes.literal(c));
            return c;
        }
        int letter = in.next();
        if (PythonEscapes.isCategory(letter)) {
            in.write("\\" + (char) letter);
            return -1;
        }
        int value = escaped(letter);
        in.write(PythonEscapes.literal(value));
        return value;
    }

    private int escaped(int letter) {
        if (letter == 'b') {
            return '\b';
        }
        if (letter >= '1' && letter <= '9') {
            in.back(in.place() - 1);
            return PythonEscapes.octalInClass(in);
        }
        int value = PythonEscapes.codePoint(in, letter);
        if (value < 0) {
            throw PythonEscapes.bad(in, letter);
        }
        return value;
    }
}
