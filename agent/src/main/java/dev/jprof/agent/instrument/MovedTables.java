package dev.jprof.agent.instrument;

/** Writes the tables of a method that name places in its code: exceptions, lines and variables. */
final class MovedTables {
    private final CodeLayout layout;
    private final CodeAttribute code;
    private final byte[] bytes;
    private final Output out;

    MovedTables(CodeLayout layout, Output out) {
        this.layout = layout;
        this.code = layout.code;
        this.bytes = layout.code.file.bytes;
        this.out = out;
    }

    /**
     * First those of the probes of handlers that take a StackOverflowError, then the method's own, and behind them the one around all.
     * A handler of {@code finally} or {@code synchronized} mostly covers itself: where the stack is full its probe would throw, be caught
     * by the same handler, and so on for ever; and without the probe its first instructions can't fail, such as those that release a
     * monitor. So the handler goes on with what its probe throws.
     */
    void handlers() {
        int ofProbes = layout.leaf ? 0 : layout.takingOverflow;
        out.u2(ofProbes + code.handlers + layout.covered.length / 2);
        for (int pc = 0; ofProbes > 0 && pc < code.length; pc++) {
            if (layout.takesOverflow(pc)) {
                out.u2(layout.place(pc));
                out.u2(layout.placeBehindProbe(pc));
                out.u2(layout.placeBehindProbe(pc));
                out.u2(layout.taken(pc));
            }
        }
        int entry = code.firstHandler;
        for (int i = 0; i < code.handlers; i++) {
            out.u2(layout.place(Bytes.u2(bytes, entry)));
            out.u2(layout.place(Bytes.u2(bytes, entry + 2)));
            out.u2(layout.place(Bytes.u2(bytes, entry + 4)));
            out.u2(Bytes.u2(bytes, entry + 6));
            entry += 8;
        }
        for (int i = 0; i < layout.covered.length; i += 2) {
            out.u2(layout.covered[i]);
            out.u2(layout.covered[i + 1]);
            out.u2(layout.length());
            out.u2(0);
        }
    }

    /** An attribute of the code other than its frames; what is not known is kept as it is. */
    void attribute(int at) {
        String name = code.name(at);
        if (name.equals("LineNumberTable")) {
            lines(at);
        } else if (name.equals("LocalVariableTable") || name.equals("LocalVariableTypeTable")) {
            variables(at);
        } else {
            out.copy(bytes, at, Bytes.afterAttribute(bytes, at) - at);
        }
    }

    private void lines(int at) {
        int count = header(at, 4);
        int entry = at + 8;
        for (int i = 0; i < count; i++) {
            out.u2(nextPlace(Bytes.u2(bytes, entry)));
            out.copy(bytes, entry + 2, 2);
            entry += 4;
        }
    }

    private void variables(int at) {
        int count = header(at, 10);
        int entry = at + 8;
        for (int i = 0; i < count; i++) {
            int start = Bytes.u2(bytes, entry);
            int place = nextPlace(start);
            out.u2(place);
            out.u2(nextPlace(start + Bytes.u2(bytes, entry + 2)) - place);
            out.copy(bytes, entry + 4, 6);
            entry += 10;
        }
    }

    private int header(int at, int entryLength) {
        int count = Bytes.u2(bytes, at + 6);
        if (Bytes.s4(bytes, at + 2) != 2 + entryLength * count) {
            throw new Unfit("table");
        }
        out.copy(bytes, at, 8);
        return count;
    }

    /** New place of the next instruction; some compilers name places between two. */
    private int nextPlace(int pc) {
        int next = pc;
        while (layout.places[next] == 0) {
            next++;
        }
        return layout.places[next];
    }
}
