package dev.jprof.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How much memory and processor time a process's control group (version 2) leaves to it.
 *
 * @param limitBytes the most memory that it may use; {@link Long#MAX_VALUE} without a limit
 * @param usedBytes what it uses of that
 * @param processors how many processors' time it may use; infinite without a limit
 */
record CgroupLimits(long limitBytes, long usedBytes, double processors) {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");

    static CgroupLimits of(ProcFolder process) {
        String group = process.text("cgroup")
                .lines()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> line.substring("0::/".length()))
                .findFirst()
                .orElse("");
        Path folder = GROUPS.resolve(group);
        return new CgroupLimits(
                number(text(folder.resolve("memory.max")), Long.MAX_VALUE),
                number(text(folder.resolve("memory.current")), 0),
                processors(text(folder.resolve("cpu.max"))));
    }

    /** Warns when less memory than {@code least} or less than one processor is left. */
    Check check(String subject, long least) {
        String processor = processors < 1
                ? String.format(Locale.ROOT, "may use %.2f processors only, so that times are coarser", processors)
                : "";
        if (limitBytes - usedBytes < least) {
            return Check.warn(
                    subject,
                    "has " + megabytes(limitBytes - usedBytes) + " left of the " + megabytes(limitBytes)
                            + " of its container",
                    "raise the limit, or record less: --include PATTERN, --nodes COUNT");
        }
        if (!processor.isEmpty()) {
            return Check.warn(subject, processor, "raise the limit of its container");
        }
        return Check.ok(
                subject,
                limitBytes == Long.MAX_VALUE
                        ? "has no limit of a container"
                        : "has " + megabytes(limitBytes - usedBytes) + " left of the " + megabytes(limitBytes)
                                + " of its container");
    }

    private static String megabytes(long bytes) {
        return Math.max(0, bytes >> 20) + " MB";
    }

    private static double processors(String max) {
        String[] quotaAndPeriod = max.split(" ", 0);
        return quotaAndPeriod.length == 2 && number(quotaAndPeriod[1], 0) > 0
                ? number(quotaAndPeriod[0], Long.MAX_VALUE) / (double) number(quotaAndPeriod[1], 1)
                : Double.POSITIVE_INFINITY;
    }

    /** The file says max where there is no limit. */
    private static long number(String text, long otherwise) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException none) {
            return "";
        }
    }
}
