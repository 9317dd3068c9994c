package dev.jprof.examples.selftest;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a class of a thousand methods, which would be too long to read as source. Method {@code m0} takes 2 ms, each other 200
 * microseconds; ten groups call a hundred each, and {@code m0} after every tenth. As Java:
 *
 * <pre>
 * public class HotMethod$Thousand {
 *     public static void group0(Ledger ledger) { ledger.enter(1); ledger.leave(1); m0(ledger); ledger.back(1); ... ledger.exit(1); }
 *     static void m7(Ledger ledger) { ledger.work(18, 200000L); }
 * }
 * </pre>
 */
final class ThousandMethods {
    private static final int METHODS = 1000;
    private static final int GROUPS = 10;
    private static final int HOT_EVERY = 10;
    private static final long HOT_NANOS = 2000000;
    private static final long COLD_NANOS = 200000;
    private static final String LEDGER = "dev/jprof/examples/selftest/ledger/Ledger";
    private static final String NAME = "dev/jprof/examples/selftest/programs/HotMethod$Thousand";

    private static final int PUBLIC_STATIC = 9;
    private static final int PUBLIC_SUPER = 0x21;
    private static final int ALOAD_0 = 0x2a;
    private static final int SIPUSH = 0x11;
    private static final int LDC2_W = 0x14;
    private static final int INVOKEVIRTUAL = 0xb6;
    private static final int INVOKESTATIC = 0xb8;
    private static final int RETURN = 0xb1;

    private final ByteArrayOutputStream pool = new ByteArrayOutputStream();
    private final DataOutputStream constants = new DataOutputStream(pool);
    private int nextConstant = 1;

    /** The names of the caller, of the groups and of the methods, in the order of their numbers in the ledger. */
    static String[] names(String caller) {
        String[] names = new String[1 + GROUPS + METHODS];
        names[0] = caller;
        for (int group = 0; group < GROUPS; group++) {
            names[1 + group] = "$Thousand.group" + group;
        }
        for (int i = 0; i < METHODS; i++) {
            names[1 + GROUPS + i] = "$Thousand.m" + i;
        }
        return names;
    }

    /** Defines the class in a loader of its own. */
    static Class<?> define() throws IOException {
        final byte[] bytes = new ThousandMethods().bytes();
        return new ClassLoader(ThousandMethods.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(NAME.replace('/', '.'), bytes, 0, bytes.length);
            }
        }.define();
    }

    private byte[] bytes() throws IOException {
        int own = type(NAME);
        int object = type("java/lang/Object");
        int code = text("Code");
        int descriptor = text("(L" + LEDGER + ";)V");
        int ledger = type(LEDGER);
        int work = member(ledger, text("work"), text("(IJ)V"));
        int aboutMethod = text("(I)V");
        int enter = member(ledger, text("enter"), aboutMethod);
        int leave = member(ledger, text("leave"), aboutMethod);
        int back = member(ledger, text("back"), aboutMethod);
        int exit = member(ledger, text("exit"), aboutMethod);
        int hot = number(HOT_NANOS);
        int cold = number(COLD_NANOS);

        List<byte[]> methods = new ArrayList<>();
        int hottest = 0;
        for (int group = 0; group < GROUPS; group++) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            DataOutputStream calls = new DataOutputStream(body);
            say(calls, enter, 1 + group);
            for (int i = group * METHODS / GROUPS; i < (group + 1) * METHODS / GROUPS; i++) {
                int name = text("m" + i);
                byte[] takesTime = body(1 + GROUPS + i, i == 0 ? hot : cold, work);
                methods.add(method(name, descriptor, code, 4, takesTime));
                int method = member(own, name, descriptor);
                hottest = i == 0 ? method : hottest;
                for (int called : i % HOT_EVERY == HOT_EVERY - 1 ? new int[] {method, hottest} : new int[] {method}) {
                    say(calls, leave, 1 + group);
                    call(calls, called);
                    say(calls, back, 1 + group);
                }
            }
            say(calls, exit, 1 + group);
            calls.writeByte(RETURN);
            methods.add(method(text("group" + group), descriptor, code, 2, body.toByteArray()));
        }

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(0xcafebabe);
        out.writeInt(52);
        out.writeShort(nextConstant);
        pool.writeTo(out);
        for (int part : new int[] {PUBLIC_SUPER, own, object, 0, 0, methods.size()}) {
            out.writeShort(part);
        }
        for (byte[] method : methods) {
            out.write(method);
        }
        out.writeShort(0);
        return file.toByteArray();
    }

    private static void call(DataOutputStream out, int method) throws IOException {
        out.writeByte(ALOAD_0);
        out.writeByte(INVOKESTATIC);
        out.writeShort(method);
    }

    /** Tells the ledger something about a method. */
    private static void say(DataOutputStream out, int what, int method) throws IOException {
        out.writeByte(ALOAD_0);
        out.writeByte(SIPUSH);
        out.writeShort(method);
        out.writeByte(INVOKEVIRTUAL);
        out.writeShort(what);
    }

    private static byte[] body(int own, int nanos, int work) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeByte(ALOAD_0);
        out.writeByte(SIPUSH);
        out.writeShort(own);
        out.writeByte(LDC2_W);
        out.writeShort(nanos);
        out.writeByte(INVOKEVIRTUAL);
        out.writeShort(work);
        out.writeByte(RETURN);
        return body.toByteArray();
    }

    private static byte[] method(int name, int descriptor, int code, int stack, byte[] body) throws IOException {
        ByteArrayOutputStream method = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(method);
        for (int part : new int[] {PUBLIC_STATIC, name, descriptor, 1, code}) {
            out.writeShort(part);
        }
        out.writeInt(12 + body.length);
        out.writeShort(stack);
        out.writeShort(1);
        out.writeInt(body.length);
        out.write(body);
        out.writeInt(0);
        return method.toByteArray();
    }

    private int text(String text) throws IOException {
        constants.writeByte(1);
        constants.writeUTF(text);
        return nextConstant++;
    }

    private int type(String name) throws IOException {
        int text = text(name);
        constants.writeByte(7);
        constants.writeShort(text);
        return nextConstant++;
    }

    private int number(long value) throws IOException {
        constants.writeByte(5);
        constants.writeLong(value);
        nextConstant += 2;
        return nextConstant - 2;
    }

    private int member(int owner, int name, int descriptor) throws IOException {
        constants.writeByte(12);
        constants.writeShort(name);
        constants.writeShort(descriptor);
        constants.writeByte(10);
        constants.writeShort(owner);
        constants.writeShort(nextConstant++);
        return nextConstant++;
    }
}
