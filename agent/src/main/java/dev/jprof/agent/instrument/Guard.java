package dev.jprof.agent.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Which code of a method the handler for exceptions covers: the whole body, in one piece. A constructor needs two handlers, one
 * for the code before {@code super(...)} or {@code this(...)} has returned and one for the code after it, because a handler's
 * frame must say whether {@code this} is initialised (JVMS 4.10.1.4), and a constructor may change between the two more than
 * once in code order when {@code super(...)} stands in branches.
 */
final class Guard {
    private static final Object[] NOTHING = {};
    private static final Object[] UNINITIALISED = {Opcodes.UNINITIALIZED_THIS};

    /** Pieces of code that one handler covers. */
    static final class Region {
        private final Object[] locals;
        private final List<Label> bounds = new ArrayList<Label>();

        Region(Object[] locals) {
            this.locals = locals;
        }

        /** What a frame must say of the locals in this region. */
        Object[] locals() {
            return locals;
        }

        void coverWith(MethodVisitor code, Label handler) {
            for (int i = 0; i < bounds.size(); i += 2) {
                code.visitTryCatchBlock(bounds.get(i), bounds.get(i + 1), handler, null);
            }
        }
    }

    private final boolean constructor;
    private final boolean frames;
    private final String owner;
    private final String superName;
    private final Region before = new Region(UNINITIALISED);
    private final Region after = new Region(NOTHING);

    private boolean uninitialised;

    /** Objects between their NEW and their constructor: the call of {@code super(...)} is the one that belongs to none. */
    private int pending;

    private Label start = new Label();
    private boolean empty = true;

    Guard(boolean constructor, boolean frames, String owner, String superName) {
        this.constructor = constructor;
        this.frames = frames;
        this.owner = owner;
        this.superName = superName;
        this.uninitialised = constructor;
    }

    void begin(MethodVisitor code) {
        code.visitLabel(start);
    }

    void instruction() {
        empty = false;
    }

    void type(int opcode) {
        if (opcode == Opcodes.NEW) {
            pending++;
        }
    }

    /** A frame says outright whether {@code this} is initialised, and what is under construction. */
    void frame(MethodVisitor code, int numLocal, Object[] local, int numStack, Object[] stack) {
        if (!constructor) {
            return;
        }
        boolean now = numLocal > 0 && local[0] == Opcodes.UNINITIALIZED_THIS;
        Set<Object> news = new HashSet<Object>(Arrays.asList(stack).subList(0, numStack));
        pending = 0;
        for (Object entry : news) {
            pending += entry instanceof Label ? 1 : 0;
        }
        switchTo(code, now);
    }

    void called(MethodVisitor code, int opcode, String target, String name) {
        if (!constructor || opcode != Opcodes.INVOKESPECIAL || !"<init>".equals(name)) {
            return;
        }
        if (pending > 0) {
            pending--;
        } else if (uninitialised && (target.equals(owner) || target.equals(superName))) {
            switchTo(code, false);
        }
    }

    /** Whether this is the {@code super()} of a class that extends Object: every chain of constructors ends there. */
    boolean endsSuperChain(int opcode, String target, String name) {
        return constructor
                && uninitialised
                && pending == 0
                && opcode == Opcodes.INVOKESPECIAL
                && "<init>".equals(name)
                && "java/lang/Object".equals(target);
    }

    private void switchTo(MethodVisitor code, boolean toUninitialised) {
        if (toUninitialised != uninitialised) {
            end(code);
            uninitialised = toUninitialised;
        }
    }

    void end(MethodVisitor code) {
        Label end = new Label();
        code.visitLabel(end);
        if (!empty) {
            Region region = uninitialised ? before : after;
            region.bounds.add(start);
            region.bounds.add(end);
        }
        start = end;
        empty = true;
    }

    /**
     * Without frames, the old verifier forbids a handler around an uninitialised {@code this}; such a constructor is repaired
     * by the handler that catches its exception.
     */
    List<Region> regions() {
        List<Region> regions = new ArrayList<Region>();
        if (frames && !before.bounds.isEmpty()) {
            regions.add(before);
        }
        if (!after.bounds.isEmpty()) {
            regions.add(after);
        }
        return regions;
    }
}
