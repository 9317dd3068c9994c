package dev.jprof.examples.selftest;

import dev.jprof.examples.selftest.ledger.Ledger;
import dev.jprof.examples.selftest.programs.Blocking;
import dev.jprof.examples.selftest.programs.Burst;
import dev.jprof.examples.selftest.programs.CountedLoop;
import dev.jprof.examples.selftest.programs.Exceptions;
import dev.jprof.examples.selftest.programs.HotMethod;
import dev.jprof.examples.selftest.programs.RareSlowCalls;
import dev.jprof.examples.selftest.programs.Recursion;
import dev.jprof.examples.selftest.programs.ThousandCuts;
import dev.jprof.examples.selftest.programs.Threads;
import dev.jprof.examples.selftest.programs.TickPeriod;

/** Runs one program, named by its class, at a scale of 0 to 1, and prints the truth about it. */
public final class SelftestProgram {
    private SelftestProgram() {}

    public static void main(String[] args) throws Exception {
        Ledger ledger = new Ledger(Double.parseDouble(args[1]));
        run(args[0], ledger);
        System.out.print(ledger.lines("dev.jprof.examples.selftest.programs"));
    }

    private static void run(String program, Ledger ledger) throws Exception {
        switch (program) {
            case "HotMethod":
                HotMethod.run(ledger, ThousandMethods.names("run"), ThousandMethods.define());
                break;
            case "ThousandCuts":
                ThousandCuts.run(ledger);
                break;
            case "RareSlowCalls":
                RareSlowCalls.run(ledger);
                break;
            case "Burst":
                Burst.run(ledger);
                break;
            case "CountedLoop":
                CountedLoop.run(ledger);
                break;
            case "TickPeriod":
                TickPeriod.run(ledger);
                break;
            case "Recursion":
                Recursion.run(ledger);
                break;
            case "Exceptions":
                Exceptions.run(ledger);
                break;
            case "Threads":
                Threads.run(ledger);
                break;
            case "Blocking":
                Blocking.run(ledger);
                break;
            default:
                throw new IllegalArgumentException(program);
        }
    }
}
