package dev.jprof.agent.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Weaves one class by moving its bytes: only the code of woven methods is rewritten, all else is copied. Throws {@link Unfit}
 * or {@link IndexOutOfBoundsException} for what it doesn't understand, and has then changed nothing but numbers of methods.
 */
final class ByteWeaver {
    /** First version of class files with frames. */
    static final int FRAMES = 50;

    /** Newest version of class files that is known. */
    private static final int NEWEST = 71;

    /** HotSpot never compiles a method of more bytes ({@code HugeMethodLimit}). */
    private static final int HUGE = 8000;

    private static final int MOST = 65535;

    /** What JaCoCo adds to a class, and calls at the beginning of each method. */
    static final String JACOCO = "$jacocoInit";

    private static final int BRIDGE = 0x40;

    private final MethodTable methods;
    private final Skips skips;
    private final JdkPackages jdk;
    private final boolean leaves;
    private final List<String[]> leftAlone = new ArrayList<String[]>();

    ByteWeaver(MethodTable methods, Skips skips, JdkPackages jdk, boolean leaves) {
        this.methods = methods;
        this.skips = skips;
        this.jdk = jdk;
        this.leaves = leaves;
    }

    /** The woven class, or null when there is nothing to weave. */
    byte[] weave(byte[] bytes) {
        if (Bytes.s4(bytes, 0) != 0xcafebabe || Bytes.u2(bytes, 6) > NEWEST) {
            throw new Unfit("version");
        }
        ClassFile file = new ClassFile(bytes);
        Set<String> natives = file.natives();
        // Made even if it is not asked, so that warming up loads its class.
        CallSites sites = new CallSites(methods, jdk, file.name, natives);
        boolean asked = jdk != null || !natives.isEmpty();
        MethodBytes code = new MethodBytes(file, asked ? sites : null);
        CodeHash hashes = new CodeHash(file);
        Output members = new Output(2 * bytes.length);
        String className = file.name.replace('/', '.');
        int done = file.pool.end;
        for (int i = 0; i < file.methods.length; i++) {
            int method = file.methods[i];
            if (file.codes[i] == 0 || forwards(file, method)) {
                continue;
            }
            CodeAttribute old = new CodeAttribute(file, method, file.codes[i]);
            CodeLayout layout = layout(file, className, old, code, hashes);
            if (layout != null) {
                members.copy(bytes, done, file.codes[i] - done);
                code.write(members, layout, file.codes[i]);
                done = old.end;
            }
        }
        for (String[] skip : leftAlone) {
            skips.add(file.name, skip[0], skip[1], skip[2]);
        }
        if (done == file.pool.end) {
            return null;
        }
        members.copy(bytes, done, bytes.length - done);
        Output woven = new Output(file.pool.written() + members.length);
        file.pool.write(woven);
        woven.copy(members);
        return woven.bytes.length == woven.length ? woven.bytes : woven.toBytes();
    }

    /** Null for a method that stays as it is. */
    private CodeLayout layout(ClassFile file, String className, CodeAttribute old, MethodBytes code, CodeHash hashes) {
        boolean leaf = false;
        boolean mayThrow = false;
        if (leaves) {
            LeafRule rule = new LeafRule(old);
            leaf = rule.isLeaf();
            mayThrow = leaf && rule.mayThrow();
        }
        String name = file.name(old.method);
        String descriptor = file.descriptor(old.method);
        int id = methods.idOf(
                new WovenMethod(className, name, descriptor, file.file, old.firstLine(), false, leaf, hashes.of(old)));
        if (id < 0) {
            leftAlone.add(new String[] {name, descriptor, "too many methods"});
            return null;
        }
        CodeLayout layout = leaf ? code.leaf(old, id, mayThrow) : code.timed(old, id, name);
        int length = code.length(layout);
        if (length > MOST || old.maxLocals > MOST - 4 || old.maxStack > MOST - 2) {
            leftAlone.add(new String[] {name, descriptor, "too large with probes"});
            return null;
        }
        if (length > HUGE && old.length <= HUGE) {
            leftAlone.add(new String[] {name, descriptor, "would not be compiled with probes"});
            return null;
        }
        return layout;
    }

    /** Bridges, and what older compilers make for access to private members: they only forward. JaCoCo's own is nobody's. */
    private static boolean forwards(ClassFile file, int method) {
        String name = file.name(method);
        return (file.access(method) & BRIDGE) != 0
                || ("<init>".equals(name) || name.startsWith("access$") || JACOCO.equals(name))
                        && file.isSynthetic(method);
    }
}
