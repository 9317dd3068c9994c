package dev.jprof.agent.instrument;

/** The locals that a method begins with, which its descriptor says (JVMS 4.10.1.6). One for each class. */
final class FirstFrame {
    private final ClassFile file;
    private final byte[] bytes;

    /** An open hash table of classes by name: where the name is, how long it is, and the constant's index, 0 for none. */
    private int[] classes = new int[0];

    private int count;

    FirstFrame(ClassFile file) {
        this.file = file;
        this.bytes = file.bytes;
    }

    void locals(int method, FrameReader frame) {
        if ((file.access(method) & 8) == 0) {
            boolean constructor = "<init>".equals(file.name(method));
            frame.locals[frame.localCount++] =
                    constructor ? FrameReader.UNINITIALISED_THIS : FrameReader.OBJECT | file.self << 8;
        }
        int at = file.pool.at(Bytes.u2(bytes, method + 4), ConstantPool.UTF8) + 3;
        while (bytes[at] != ')') {
            int start = at;
            while (bytes[at] == '[') {
                at++;
            }
            boolean object = bytes[at] == 'L';
            while (object && bytes[at] != ';') {
                at++;
            }
            at++;
            frame.locals[frame.localCount++] = type(start, at);
        }
    }

    private int type(int start, int end) {
        switch (bytes[start]) {
            case 'L':
                return FrameReader.OBJECT | classOf(start + 1, end - start - 2) << 8;
            case '[':
                return FrameReader.OBJECT | classOf(start, end - start) << 8;
            case 'J':
                return FrameReader.LONG;
            case 'D':
                return FrameReader.DOUBLE;
            case 'F':
                return 2;
            default:
                return 1;
        }
    }

    private int classOf(int name, int length) {
        if (classes.length == 0) {
            readClasses();
        }
        int place = place(name, length);
        if (classes[place + 2] == 0) {
            put(name, length, file.pool.addReference(ConstantPool.CLASS, file.pool.addText(bytes, name, length)));
        }
        return classes[place(name, length) + 2];
    }

    private void readClasses() {
        classes = new int[3 * 64];
        for (int i = 1; i < file.pool.size(); i++) {
            if (file.pool.tag(i) == ConstantPool.CLASS) {
                int name = file.pool.at(Bytes.u2(bytes, file.pool.at(i, ConstantPool.CLASS)), ConstantPool.UTF8);
                put(name + 2, Bytes.u2(bytes, name), i);
            }
        }
    }

    private void put(int name, int length, int index) {
        int place = place(name, length);
        classes[place] = name;
        classes[place + 1] = length;
        classes[place + 2] = index;
        if (++count * 6 > classes.length) {
            int[] old = classes;
            classes = new int[2 * old.length];
            count = 0;
            for (int i = 0; i < old.length; i += 3) {
                if (old[i + 2] != 0) {
                    put(old[i], old[i + 1], old[i + 2]);
                }
            }
        }
    }

    /** Where a class is in the table, or belongs. */
    private int place(int name, int length) {
        int places = classes.length / 3;
        int hash = length;
        for (int i = Math.max(0, length - 12); i < length; i++) {
            hash = hash * 31 + bytes[name + i];
        }
        int place = (hash ^ hash >>> 7) & places - 1;
        while (classes[3 * place + 2] != 0 && !same(3 * place, name, length)) {
            place = place + 1 & places - 1;
        }
        return 3 * place;
    }

    private boolean same(int place, int name, int length) {
        if (classes[place + 1] != length) {
            return false;
        }
        int other = classes[place];
        for (int i = length - 1; i >= 0; i--) {
            if (bytes[other + i] != bytes[name + i]) {
                return false;
            }
        }
        return true;
    }
}
