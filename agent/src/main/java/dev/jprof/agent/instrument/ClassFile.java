package dev.jprof.agent.instrument;

import java.util.HashSet;
import java.util.Set;

/** Where the parts of a class file are (JVMS 4.1). */
final class ClassFile {
    private static final int NATIVE = 0x100;
    private static final int SYNTHETIC = 0x1000;

    final byte[] bytes;
    final ConstantPool pool;
    final int version;
    final String name;

    /** Null for Object and module-info. */
    final String superName;

    /** Index of the class itself. */
    final int self;

    /** Source file name, or null. */
    final String file;

    /** Where each method begins. */
    final int[] methods;

    /** Where the Code attribute of each method begins; 0 for a method without. */
    final int[] codes;

    private final int[] fields;

    /** Where the list of the class's attributes begins. */
    private final int attributes;

    ClassFile(byte[] bytes) {
        this.bytes = bytes;
        version = Bytes.u2(bytes, 6);
        pool = new ConstantPool(bytes);
        int at = pool.end;
        self = Bytes.u2(bytes, at + 2);
        name = pool.className(self);
        int parent = Bytes.u2(bytes, at + 4);
        superName = parent == 0 ? null : pool.className(parent);
        at += 8 + 2 * Bytes.u2(bytes, at + 6);
        fields = new int[Bytes.u2(bytes, at)];
        at = members(at + 2, fields);
        methods = new int[Bytes.u2(bytes, at)];
        at = members(at + 2, methods);
        codes = new int[methods.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = attribute(methods[i] + 6, "Code");
        }
        attributes = at;
        int source = attribute(at, "SourceFile");
        file = source == 0 ? null : pool.text(Bytes.u2(bytes, source + 6));
        if (Bytes.afterAttributes(bytes, at) != bytes.length) {
            throw new Unfit("length");
        }
    }

    private int members(int first, int[] starts) {
        int at = first;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            at = Bytes.afterAttributes(bytes, at + 6);
        }
        return at;
    }

    private int attribute(int at, String wanted) {
        int found = 0;
        int next = at + 2;
        for (int i = Bytes.u2(bytes, at); i > 0; i--) {
            if (pool.text(Bytes.u2(bytes, next)).equals(wanted)) {
                if (found != 0) {
                    throw new Unfit("attribute");
                }
                found = next;
            }
            next = Bytes.afterAttribute(bytes, next);
        }
        return found;
    }

    /** Where the attribute with the bootstrap methods begins. */
    int bootstrapMethods() {
        int found = attribute(attributes, "BootstrapMethods");
        if (found == 0) {
            throw new Unfit("bootstrap methods");
        }
        return found;
    }

    int access(int member) {
        return Bytes.u2(bytes, member);
    }

    String name(int member) {
        return pool.text(Bytes.u2(bytes, member + 2));
    }

    String descriptor(int member) {
        return pool.text(Bytes.u2(bytes, member + 4));
    }

    /** Class files before version 49 say it by an attribute. */
    boolean isSynthetic(int member) {
        return (access(member) & SYNTHETIC) != 0 || attribute(member + 6, "Synthetic") != 0;
    }

    /** Name and descriptor of the native methods. */
    Set<String> natives() {
        Set<String> natives = new HashSet<String>();
        for (int method : methods) {
            if ((access(method) & NATIVE) != 0) {
                natives.add(name(method) + descriptor(method));
            }
        }
        return natives;
    }

    /** Whether the class itself declares a field. */
    boolean declares(String field, String descriptor) {
        for (int member : fields) {
            if (field.equals(name(member)) && descriptor.equals(descriptor(member))) {
                return true;
            }
        }
        return false;
    }
}
