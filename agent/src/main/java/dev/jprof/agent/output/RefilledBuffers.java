package dev.jprof.agent.output;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * A fault of JDKs 8 and 9 with the parallel and the serial collector: where code of the first compiler finds its thread's buffer full and no
 * room for a new one, what was used of it is added to the thread's allocated bytes twice, some megabytes a collection. The flag
 * FastTLABRefill is that code. Nothing tells such bytes from allocated ones afterwards: it may happen with and without a
 * collection, and what is large may be a large array.
 */
public final class RefilledBuffers {
    private RefilledBuffers() {}

    /** Whether this JVM counts so. Loads management classes. */
    public static boolean areCountedTwice() {
        try {
            HotSpotDiagnosticMXBean hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return hotSpot != null
                    && isOn(hotSpot, "FastTLABRefill")
                    && (isOn(hotSpot, "UseParallelGC") || isOn(hotSpot, "UseSerialGC"));
        } catch (IllegalArgumentException noSuchFlag) {
            return false;
        } catch (LinkageError noSuchModule) {
            return false;
        }
    }

    private static boolean isOn(HotSpotDiagnosticMXBean hotSpot, String flag) {
        return hotSpot.getVMOption(flag).getValue().equals("true");
    }
}
