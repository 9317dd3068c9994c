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
 * Which code of a method the handler for exceptions covers: the whole body, but of a constructor only what runs after
 * {@code super(...)} or {@code this(...)} has returned. No handler may cover that call, since a handler's frame must say whether
 * {@code this} is initialised (JVMS 4.10.1.4) and around the call it is both. An exception from there or from the arguments
 * leaves the constructor's node behind as current, and the next handler on the exception's way counts it as failed.
 *
 * <p>A constructor may go back and forth between the two states in code order, when {@code super(...)} stands in branches.
 */
final class Guard {
    private final boolean constructor;
    private final String owner;
    private final String superName;
    private final List<Label> bounds = new ArrayList<Label>();

    private boolean uninitialised;

    /** Objects between their NEW and their constructor: the call of {@code super(...)} is the one that belongs to none. */
    private int pending;

    private Label start = new Label();
    private boolean empty = true;

    Guard(boolean constructor, String owner, String superName) {
        this.constructor = constructor;
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
        Set<Object> news = new HashSet<Object>(Arrays.asList(stack).subList(0, numStack));
        pending = 0;
        for (Object entry : news) {
            pending += entry instanceof Label ? 1 : 0;
        }
        switchTo(code, numLocal > 0 && local[0] == Opcodes.UNINITIALIZED_THIS);
    }

    void called(MethodVisitor code, int opcode, String target, String name) {
        if (opcode != Opcodes.INVOKESPECIAL || !"<init>".equals(name)) {
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
        return uninitialised
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

    private void end(MethodVisitor code) {
        Label end = new Label();
        code.visitLabel(end);
        if (!empty && !uninitialised) {
            bounds.add(start);
            bounds.add(end);
        }
        start = end;
        empty = true;
    }

    /** Makes {@code handler}, which comes next, the handler of all covered code; false when there is none. */
    boolean coverWith(MethodVisitor code, Label handler) {
        end(code);
        for (int i = 0; i < bounds.size(); i += 2) {
            code.visitTryCatchBlock(bounds.get(i), bounds.get(i + 1), handler, null);
        }
        return !bounds.isEmpty();
    }
}
