package dev.jprof.agent.instrument;

import java.nio.charset.StandardCharsets;

/**
 * The constants of one class (JVMS 4.4): where each of them is, and those that are added behind them. The old ones stay as
 * they are.
 */
final class ConstantPool {
    static final int UTF8 = 1;
    static final int INTEGER = 3;
    static final int LONG = 5;
    static final int DOUBLE = 6;
    static final int CLASS = 7;
    static final int STRING = 8;
    static final int FIELD = 9;
    static final int METHOD = 10;
    static final int INTERFACE_METHOD = 11;
    static final int NAME_AND_TYPE = 12;

    private static final int COUNT_AT = 8;
    private static final int MOST = 65535;

    /** Bytes of a constant with its tag, by tag; 0 for what is none, and for UTF8, whose length it says itself. */
    private static final byte[] LENGTH = {0, 0, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3};

    /** The class file. */
    final byte[] bytes;

    /** Behind the last constant. */
    final int end;

    /** Where the tag of each constant is. */
    private final int[] tags;

    private final String[] texts;
    private final Output added = new Output(256);
    private int count;

    ConstantPool(byte[] bytes) {
        this.bytes = bytes;
        count = Bytes.u2(bytes, COUNT_AT);
        tags = new int[count];
        texts = new String[count];
        int at = COUNT_AT + 2;
        for (int i = 1; i < count; i++) {
            tags[i] = at;
            int tag = bytes[at];
            if (tag == UTF8) {
                at += 3 + Bytes.u2(bytes, at + 1);
                continue;
            }
            int length = tag > 0 && tag < LENGTH.length ? LENGTH[tag] : 0;
            if (length == 0) {
                throw new Unfit("constant");
            }
            at += length;
            if (length == 9) {
                i++;
            }
        }
        end = at;
    }

    /** How many there were before any was added, plus one. */
    int size() {
        return tags.length;
    }

    int tag(int index) {
        return tags[index] == 0 ? 0 : bytes[tags[index]];
    }

    /** Where the contents of a constant of the class file are. */
    int at(int index, int tag) {
        if (tag(index) != tag) {
            throw new Unfit("constant");
        }
        return tags[index] + 1;
    }

    String text(int index) {
        String known = texts[index];
        if (known == null) {
            int at = at(index, UTF8);
            known = Bytes.text(bytes, at + 2, Bytes.u2(bytes, at));
            texts[index] = known;
        }
        return known;
    }

    String className(int index) {
        return text(Bytes.u2(bytes, at(index, CLASS)));
    }

    int addText(String ascii) {
        byte[] text = ascii.getBytes(StandardCharsets.US_ASCII);
        return addText(text, 0, text.length);
    }

    int addText(byte[] from, int start, int length) {
        int index = add(UTF8);
        added.u2(length);
        added.copy(from, start, length);
        return index;
    }

    int addInteger(int value) {
        int index = add(INTEGER);
        added.u4(value);
        return index;
    }

    /** Adds a constant that is the index of another one. */
    int addReference(int tag, int to) {
        int index = add(tag);
        added.u2(to);
        return index;
    }

    int addNameAndType(String name, String descriptor) {
        int nameIndex = addText(name);
        int descriptorIndex = addText(descriptor);
        return addPair(NAME_AND_TYPE, nameIndex, descriptorIndex);
    }

    int addPair(int tag, int first, int second) {
        int index = add(tag);
        added.u2(first);
        added.u2(second);
        return index;
    }

    private int add(int tag) {
        if (count >= MOST) {
            throw new Unfit("too many constants");
        }
        added.u1(tag);
        return count++;
    }

    /** Bytes of {@link #write}. */
    int written() {
        return end + added.length;
    }

    /** Writes the class file up to the end of its constants. */
    void write(Output out) {
        out.copy(bytes, 0, end);
        out.setU2(out.length - end + COUNT_AT, count);
        out.copy(added);
    }
}
