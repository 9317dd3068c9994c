package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** One method of a thousand takes half of the time. */
public final class HotMethod {
    private static final int RUN = 0;
    private static final int GROUPS = 10;
    private static final int ROUNDS = 2;

    private HotMethod() {}

    /**
     * Runs the program.
     *
     * @param methods the names of this method, the groups and the thousand methods in the order of their numbers; making them here
     *     would be time of this method that the ledger does not know
     */
    public static void run(Ledger ledger, String[] methods, Class<?> thousand)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        ledger.begin("HotMethod", methods);
        for (int i = ledger.rounds(ROUNDS) * GROUPS; i > 0; i--) {
            int group = i % GROUPS;
            Method body = thousand.getMethod("group" + group, Ledger.class);
            ledger.leave(RUN);
            body.invoke(null, ledger);
            ledger.back(RUN);
        }
        ledger.exit(RUN);
    }
}
