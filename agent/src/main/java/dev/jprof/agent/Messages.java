package dev.jprof.agent;

/** What the agent has to say: one line each on standard error. */
final class Messages {
    private Messages() {}

    static void warn(String message) {
        System.err.println("jprof: " + message.replace('\n', ' '));
    }
}
