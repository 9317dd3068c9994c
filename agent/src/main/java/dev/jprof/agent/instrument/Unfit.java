package dev.jprof.agent.instrument;

/** Something in a class file that {@link ByteWeaver} leaves to {@link AsmWeaver}. Has no stack trace: it is no error. */
final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String what) {
        super(what, null, false, false);
    }
}
