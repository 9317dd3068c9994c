package dev.jprof.cli.truth;

import java.util.List;

/**
 * A statement of a random program. Every method has an amount of fuel {@code d}, a datum {@code x} in 0..63 and a checksum
 * {@code r}; whatever happens depends on d and x alone.
 */
sealed interface Op {
    /** How a call is written; what is counted is the same. */
    enum Via {
        PLAIN,
        METHOD_REFERENCE,
        SUPER
    }

    /** {@code if (d > 0) r = r * 31 + target(fuel, (x + add) & 63)}; a fuel of 0 stands for {@code d - 1}. */
    record Call(Unit target, int fuel, int add, Via via) implements Op {}

    /** {@code times} rounds, each with the next x. */
    record Loop(int times, List<Op> body) implements Op {}

    record When(int modulus, int remainder, List<Op> then, List<Op> otherwise) implements Op {}

    /** One case for each remainder of x; sparse cases make a lookupswitch, others a tableswitch. */
    record Switch(boolean sparse, List<List<Op>> cases) implements Op {}

    /** Catches exceptions of at least this level. */
    record TryCatch(List<Op> body, int level, List<Op> handler) implements Op {}

    record TryFinally(List<Op> body, List<Op> last) implements Op {}

    record Synchronized(List<Op> body) implements Op {}

    /** Throws a new exception of this level when {@code x % modulus == remainder}. */
    record Throw(int modulus, int remainder, int level) implements Op {}

    /** Returns early when {@code x % modulus == remainder}; inside a finally block this swallows the exception. */
    record Return(int modulus, int remainder) implements Op {}

    /** Calls a method of the class whose initialiser always fails, and catches what comes of it. */
    record TouchBroken(Shape broken) implements Op {}

    /** {@code values()} of an enum. */
    record Values(Shape enumeration) implements Op {}

    /** Statements that are never reached: they make the method longer by 8 bytes each. */
    record Padding(int statements) implements Op {}
}
