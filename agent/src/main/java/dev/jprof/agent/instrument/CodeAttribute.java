package dev.jprof.agent.instrument;

/** Where the parts of a method's code are (JVMS 4.7.3). */
final class CodeAttribute {
    final ClassFile file;

    /** Where its method begins. */
    final int method;

    final int maxStack;
    final int maxLocals;

    /** Where the code begins in the class file, and how long it is. */
    final int start;

    final int length;

    /** How many entries the exception table has, and where they begin. */
    final int handlers;

    final int firstHandler;

    /** Where the list of its attributes begins. */
    final int attributes;

    /** Where the StackMapTable attribute begins, or 0. */
    final int frames;

    /** Behind the whole attribute. */
    final int end;

    CodeAttribute(ClassFile file, int method, int at) {
        byte[] bytes = file.bytes;
        this.file = file;
        this.method = method;
        maxStack = Bytes.u2(bytes, at + 6);
        maxLocals = Bytes.u2(bytes, at + 8);
        length = Bytes.s4(bytes, at + 10);
        start = at + 14;
        end = Bytes.afterAttribute(bytes, at);
        if (length <= 0 || length > 0xffff || length > end - start) {
            throw new Unfit("code");
        }
        handlers = Bytes.u2(bytes, start + length);
        firstHandler = start + length + 2;
        attributes = firstHandler + 8 * handlers;
        frames = findFrames();
    }

    private int findFrames() {
        byte[] bytes = file.bytes;
        int found = 0;
        int next = attributes + 2;
        for (int i = Bytes.u2(bytes, attributes); i > 0; i--) {
            String name = name(next);
            if (name.equals("StackMapTable")) {
                if (found != 0 || file.version < ByteWeaver.FRAMES) {
                    throw new Unfit("frames");
                }
                found = next;
            } else if (name.equals("StackMap") || name.endsWith("TypeAnnotations")) {
                throw new Unfit(name);
            }
            next = Bytes.afterAttribute(bytes, next);
        }
        if (next != end) {
            throw new Unfit("code");
        }
        return found;
    }

    /** Name of an attribute. */
    String name(int at) {
        return file.pool.text(Bytes.u2(file.bytes, at));
    }

    /** The opcode at {@code pc}. */
    int opcode(int pc) {
        return file.bytes[start + pc] & 0xff;
    }

    /** An unsigned operand of 16 bits behind the opcode at {@code pc}. */
    int operand(int pc) {
        return Bytes.u2(file.bytes, start + pc + 1);
    }

    /** First line with code, or 0. */
    int firstLine() {
        byte[] bytes = file.bytes;
        int line = 0;
        int first = Integer.MAX_VALUE;
        int next = attributes + 2;
        for (int i = Bytes.u2(bytes, attributes); i > 0; i--) {
            if (name(next).equals("LineNumberTable")) {
                int entry = next + 8;
                for (int n = Bytes.u2(bytes, next + 6); n > 0; n--) {
                    if (Bytes.u2(bytes, entry) < first && Bytes.u2(bytes, entry + 2) != 0) {
                        first = Bytes.u2(bytes, entry);
                        line = Bytes.u2(bytes, entry + 2);
                    }
                    entry += 4;
                }
            }
            next = Bytes.afterAttribute(bytes, next);
        }
        return line;
    }
}
