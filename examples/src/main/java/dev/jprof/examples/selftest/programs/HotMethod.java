package dev.jprof.examples.selftest.programs;

import dev.jprof.examples.selftest.ledger.Ledger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** One method of a thousand takes half of the time. */
public final class HotMethod {
    private static final int RUN = 0;
    private static final int ALL = 1;
    private static final int ROUNDS = 3;

    private HotMethod() {}

    public static void run(Ledger ledger, Class<?> thousand)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        String[] methods = new String[1002];
        methods[RUN] = "run";
        methods[ALL] = "$Thousand.all";
        for (int i = 0; i < 1000; i++) {
            methods[i + 2] = "$Thousand.m" + i;
        }
        Method all = thousand.getMethod("all", Ledger.class);
        ledger.begin("HotMethod", methods);
        for (int i = ledger.rounds(ROUNDS); i > 0; i--) {
            ledger.enter(RUN, ALL);
            all.invoke(null, ledger);
            ledger.exit(ALL);
        }
        ledger.exit(RUN);
    }
}
