package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** One method of a thousand takes half of the time. */
public final class HotMethod {
    private static final int RUN = 0;
    private static final int GROUPS = 10;
    private static final int METHODS = 1000;
    private static final int ROUNDS = 2;

    private HotMethod() {}

    public static void run(Ledger ledger, Class<?> thousand)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        String[] methods = new String[1 + GROUPS + METHODS];
        methods[RUN] = "run";
        for (int group = 0; group < GROUPS; group++) {
            methods[1 + group] = "$Thousand.group" + group;
        }
        for (int i = 0; i < METHODS; i++) {
            methods[1 + GROUPS + i] = "$Thousand.m" + i;
        }
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
