package dev.jprof.agent.instrument;

/**
 * The words of a {@linkplain CodeHash code's hash}: 64 bits for each name, type and member that code refers to. What a compiler
 * numbers anew when something beside it changes has no number here: lambda bodies, accessors of private members, anonymous
 * classes and closures.
 */
final class Symbols {
    /** The class itself: the next build or run may call a generated class otherwise. */
    static final long SELF = 1;

    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    private static final byte[] JAVA_LAMBDA = {'l', 'a', 'm', 'b', 'd', 'a', '$'};
    private static final byte[] ACCESSOR = {'a', 'c', 'c', 'e', 's', 's', '$'};
    private static final byte[] SCALA_LAMBDA = {'$', 'a', 'n', 'o', 'n', 'f', 'u', 'n', '$'};
    private static final byte[][] PREFIXES = {JAVA_LAMBDA, ACCESSOR, SCALA_LAMBDA};
    private static final byte[] KOTLIN_LAMBDA = {'$', 'l', 'a', 'm', 'b', 'd', 'a'};
    private static final byte[] SCALA_3_LAMBDA = {'$', 'a', 'n', 'o', 'n', 'f', 'u', 'n'};

    private static final byte[] GROOVY_CLOSURE = {'_', 'c', 'l', 'o', 's', 'u', 'r', 'e'};
    private static final byte[] GROOVY_LAMBDA = {'_', 'l', 'a', 'm', 'b', 'd', 'a'};

    /** What stands behind the name of the method that a lambda is in. */
    private static final byte[][] INFIXES = {KOTLIN_LAMBDA, SCALA_3_LAMBDA};

    private Symbols() {}

    /** Takes one more word into a hash. For one hash, different words have different results. */
    static long mix(long hash, long word) {
        long mixed = (hash ^ word) * FACTOR;
        return mixed ^ mixed >>> 32;
    }

    /** A text in modified UTF-8. */
    static long text(byte[] bytes, int start, int length) {
        long hash = length;
        int at = start;
        int end = start + length;
        for (; at + 4 <= end; at += 4) {
            hash = mix(hash, Bytes.s4(bytes, at));
        }
        for (; at < end; at++) {
            hash = mix(hash, bytes[at]);
        }
        return hash;
    }

    static long text(String text) {
        byte[] bytes = modifiedUtf8(text);
        return text(bytes, 0, bytes.length);
    }

    /** The name of a class or a descriptor: without the numbers of anonymous classes in it. */
    static long type(byte[] bytes, int start, int length) {
        int end = start + length;
        byte[] stable = null;
        int kept = 0;
        for (int i = start + 1; i < end; i++) {
            if (bytes[i - 1] == '$' || stable != null) {
                if (stable == null) {
                    stable = new byte[length];
                    kept = i - start;
                    System.arraycopy(bytes, start, stable, 0, kept);
                }
                if (!isDigit(bytes[i]) || !isNumbered(stable, kept)) {
                    stable[kept++] = bytes[i];
                }
            }
        }
        return stable == null ? text(bytes, start, length) : text(stable, 0, kept);
    }

    static long type(String name) {
        byte[] bytes = modifiedUtf8(name);
        return type(bytes, 0, bytes.length);
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /** Whether a number that follows is a compiler's: {@code Outer$1}, Groovy's {@code Foo$_run_closure1}. */
    private static boolean isNumbered(byte[] name, int length) {
        return name[length - 1] == '$'
                || endsWith(GROOVY_CLOSURE, name, length)
                || endsWith(GROOVY_LAMBDA, name, length);
    }

    private static boolean endsWith(byte[] suffix, byte[] name, int length) {
        return length >= suffix.length && has(suffix, name, length - suffix.length, suffix.length);
    }

    /** The name of a method that code refers to. */
    static long methodName(byte[] bytes, int start, int length) {
        return text(bytes, start, stableLength(bytes, start, length));
    }

    static long methodName(String name) {
        byte[] bytes = modifiedUtf8(name);
        return methodName(bytes, 0, bytes.length);
    }

    static long member(int tag, long owner, long name, long descriptor) {
        return mix(mix(mix(tag, owner), name), descriptor);
    }

    private static int stableLength(byte[] bytes, int start, int length) {
        for (byte[] prefix : PREFIXES) {
            if (has(prefix, bytes, start, length)) {
                return prefix.length;
            }
        }
        for (int i = 1; i < length; i++) {
            if (bytes[start + i] == '$') {
                int end = endOfInfix(bytes, start + i, length - i);
                if (end > 0) {
                    return i + end;
                }
            }
        }
        return length;
    }

    /** How long the infix is that a text begins with, or 0. */
    private static int endOfInfix(byte[] bytes, int start, int length) {
        for (byte[] infix : INFIXES) {
            if (length > infix.length && has(infix, bytes, start, length)) {
                byte next = bytes[start + infix.length];
                if (next == '$' || next == '-') {
                    return infix.length;
                }
            }
        }
        return 0;
    }

    private static boolean has(byte[] prefix, byte[] bytes, int start, int length) {
        if (length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[start + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] modifiedUtf8(String text) {
        Output out = new Output(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0 && c < 0x80) {
                out.u1(c);
            } else if (c < 0x800) {
                out.u1(0xc0 | c >> 6);
                out.u1(0x80 | c & 0x3f);
            } else {
                out.u1(0xe0 | c >> 12);
                out.u1(0x80 | c >> 6 & 0x3f);
                out.u1(0x80 | c & 0x3f);
            }
        }
        return out.toBytes();
    }
}
