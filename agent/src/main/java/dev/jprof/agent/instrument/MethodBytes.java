package dev.jprof.agent.instrument;

/** Lays out and writes the Code attributes of a class's woven methods. */
final class MethodBytes {
    private final ClassFile file;
    private final CallSites sites;
    private final ProbeBytes probes;
    private final FirstFrame first;
    private int framesName;
    private int throwable;

    /** @param sites which calls are recorded where they are made, or null */
    MethodBytes(ClassFile file, CallSites sites) {
        this.file = file;
        this.sites = sites;
        this.probes = new ProbeBytes(file.pool);
        this.first = new FirstFrame(file);
    }

    CodeLayout leaf(CodeAttribute code, int id, boolean mayThrow) {
        CodeLayout layout = new CodeLayout(code, probes, id, true, probes.leafLength(id));
        layout.leaf(mayThrow);
        return layout;
    }

    CodeLayout timed(CodeAttribute code, int id, String name) {
        CodeLayout layout = new CodeLayout(code, probes, id, false, probes.enterLength(id, code.maxLocals));
        boolean constructor = "<init>".equals(name);
        layout.timed(
                sites,
                constructor ? new GuardedCode(file.name, file.superName) : null,
                constructor ? frames(code) : null);
        return layout;
    }

    private FrameReader frames(CodeAttribute code) {
        FrameReader frames = new FrameReader(code);
        if (code.frames != 0) {
            first.locals(code.method, frames);
        }
        return frames;
    }

    /** Bytes of a method's code with its probes. */
    int length(CodeLayout layout) {
        if (layout.covered.length == 0) {
            return layout.length();
        }
        return layout.length()
                + (layout.leaf ? probes.leafFailedLength(layout.id) : probes.failLength(layout.id, layout.slot));
    }

    /** @param at where the old attribute begins */
    void write(Output out, CodeLayout layout, int at) {
        CodeAttribute code = layout.code;
        int start = out.length;
        out.copy(file.bytes, at, 6);
        out.u2(layout.leaf ? Math.max(2, code.maxStack) : Math.max(4, code.maxStack + 2));
        out.u2(layout.leaf ? code.maxLocals : code.maxLocals + 4);
        out.u4(length(layout));
        new CodeWriter(layout, out).write();
        MovedTables tables = new MovedTables(layout, out);
        tables.handlers();
        attributes(out, layout, tables);
        out.setU4(start + 2, out.length - start - 6);
    }

    private void attributes(Output out, CodeLayout layout, MovedTables tables) {
        CodeAttribute code = layout.code;
        int countAt = out.length;
        out.u2(0);
        int count = 0;
        int next = code.attributes + 2;
        for (int i = Bytes.u2(file.bytes, code.attributes); i > 0; i--) {
            if (next != code.frames) {
                tables.attribute(next);
                count++;
            }
            next = Bytes.afterAttribute(file.bytes, next);
        }
        if (code.frames != 0 || file.version >= ByteWeaver.FRAMES && layout.covered.length > 0) {
            writeFrames(out, layout);
            count++;
        }
        out.setU2(countAt, count);
    }

    private void writeFrames(Output out, CodeLayout layout) {
        if (framesName == 0) {
            framesName = file.pool.addText("StackMapTable");
            throwable = file.pool.addReference(ConstantPool.CLASS, file.pool.addText("java/lang/Throwable"));
        }
        out.u2(framesName);
        new FrameWriter(layout, out, throwable).write(frames(layout.code));
    }
}
