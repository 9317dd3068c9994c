package dev.jprof.report.view;

/** A request that the user can correct. The message is one line that says what is wrong and what would be right. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }
}
