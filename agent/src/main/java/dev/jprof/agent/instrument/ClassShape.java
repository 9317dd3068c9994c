package dev.jprof.agent.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What a first look at a class says: its source file, its native methods, and the shape of each method. */
final class ClassShape extends ClassVisitor {
    private final Map<String, MethodShape> methods = new HashMap<String, MethodShape>();
    private final Map<String, AsmCodeHash> hashes = new HashMap<String, AsmCodeHash>();
    private final Set<String> ownFields = new HashSet<String>();

    final Set<String> natives = new HashSet<String>();
    int version;
    String name;
    String superName;

    /** Source file name, or null. */
    String file;

    ClassShape() {
        super(Opcodes.ASM9);
    }

    MethodShape method(String method, String descriptor) {
        return methods.get(method + descriptor);
    }

    long codeHash(String method, String descriptor) {
        return hashes.get(method + descriptor).value();
    }

    @Override
    public void visit(int v, int access, String className, String signature, String parent, String[] interfaces) {
        version = v & 0xffff;
        name = className;
        superName = parent;
    }

    @Override
    public void visitSource(String source, String debug) {
        file = source;
    }

    @Override
    public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
        ownFields.add(field + descriptor);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String sig, String[] exceptions) {
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            natives.add(method + descriptor);
        }
        MethodShape shape = new MethodShape(name, ownFields, access);
        methods.put(method + descriptor, shape);
        AsmCodeHash hash = new AsmCodeHash(name, access, shape);
        hashes.put(method + descriptor, hash);
        return hash;
    }
}
