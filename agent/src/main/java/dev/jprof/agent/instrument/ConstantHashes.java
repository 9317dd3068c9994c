package dev.jprof.agent.instrument;

/** The constants of one class as {@link Symbols}, each of them found when code first refers to it. */
final class ConstantHashes {
    static final int METHOD_HANDLE = 15;
    static final int METHOD_TYPE = 16;
    static final int DYNAMIC = 17;
    static final int INVOKE_DYNAMIC = 18;

    /** Kinds of method handles up to here are of fields. */
    static final int LAST_FIELD_KIND = 4;

    private static final long UNKNOWN = 0;
    private static final long BEGUN = -1;

    private final ClassFile file;
    private final ConstantPool pool;
    private final byte[] bytes;
    private final long[] known;
    private final int self;
    private final long selfType;
    private int bootstrapMethods;

    ConstantHashes(ClassFile file) {
        this.file = file;
        this.pool = file.pool;
        this.bytes = file.bytes;
        this.known = new long[pool.size()];
        this.self = u2(file.self, ConstantPool.CLASS, 0);
        this.selfType = of(self);
    }

    long of(int index) {
        long found = known[index];
        return found == UNKNOWN || found == BEGUN ? find(index) : found;
    }

    private long find(int index) {
        if (known[index] == BEGUN) {
            throw new Unfit("constant that refers to itself");
        }
        known[index] = BEGUN;
        known[index] = find(index, pool.tag(index));
        return known[index];
    }

    private long find(int index, int tag) {
        switch (tag) {
            case ConstantPool.UTF8:
                int start = pool.at(index, tag);
                return Symbols.type(bytes, start + 2, Bytes.u2(bytes, start));
            case ConstantPool.INTEGER:
            case 4:
                return Symbols.mix(tag, Bytes.s4(bytes, pool.at(index, tag)));
            case ConstantPool.LONG:
            case ConstantPool.DOUBLE:
                int at = pool.at(index, tag);
                return Symbols.mix(tag, (long) Bytes.s4(bytes, at) << 32 | Bytes.s4(bytes, at + 4) & 0xffffffffL);
            case ConstantPool.CLASS:
                int name = u2(index, tag, 0);
                return isSelf(name) ? Symbols.SELF : Symbols.mix(tag, of(name));
            case ConstantPool.STRING:
                return Symbols.mix(tag, text(u2(index, tag, 0)));
            case METHOD_TYPE:
                return Symbols.mix(tag, of(u2(index, tag, 0)));
            case ConstantPool.FIELD:
            case ConstantPool.METHOD:
            case ConstantPool.INTERFACE_METHOD:
                return member(index, tag);
            case METHOD_HANDLE:
                int kind = bytes[pool.at(index, tag)];
                return Symbols.mix(Symbols.mix(tag, kind), of(Bytes.u2(bytes, pool.at(index, tag) + 1)));
            case DYNAMIC:
            case INVOKE_DYNAMIC:
                return dynamic(index, tag);
            default:
                throw new Unfit("constant");
        }
    }

    private long member(int index, int tag) {
        int names = u2(index, tag, 2);
        int nameIndex = u2(names, ConstantPool.NAME_AND_TYPE, 0);
        int at = pool.at(nameIndex, ConstantPool.UTF8);
        long name = tag == ConstantPool.FIELD ? of(nameIndex) : Symbols.methodName(bytes, at + 2, Bytes.u2(bytes, at));
        return Symbols.member(tag, of(u2(index, tag, 0)), name, of(u2(names, ConstantPool.NAME_AND_TYPE, 2)));
    }

    private long dynamic(int index, int tag) {
        int names = u2(index, tag, 2);
        long name = of(u2(names, ConstantPool.NAME_AND_TYPE, 0));
        long descriptor = of(u2(names, ConstantPool.NAME_AND_TYPE, 2));
        int method = bootstrapMethod(u2(index, tag, 0));
        long hash = Symbols.member(tag, of(Bytes.u2(bytes, method)), name, descriptor);
        int arguments = Bytes.u2(bytes, method + 2);
        for (int i = 0; i < arguments; i++) {
            hash = Symbols.mix(hash, of(Bytes.u2(bytes, method + 4 + 2 * i)));
        }
        return hash;
    }

    private int bootstrapMethod(int number) {
        if (bootstrapMethods == 0) {
            bootstrapMethods = file.bootstrapMethods();
        }
        int at = bootstrapMethods + 8;
        for (int i = 0; i < number; i++) {
            at += 4 + 2 * Bytes.u2(bytes, at + 2);
        }
        return at;
    }

    private int u2(int index, int tag, int offset) {
        return Bytes.u2(bytes, pool.at(index, tag) + offset);
    }

    /** Classes that differ in a number alone have the same type. */
    private boolean isSelf(int name) {
        return of(name) == selfType && text(name) == text(self);
    }

    private long text(int index) {
        int at = pool.at(index, ConstantPool.UTF8);
        return Symbols.text(bytes, at + 2, Bytes.u2(bytes, at));
    }
}
