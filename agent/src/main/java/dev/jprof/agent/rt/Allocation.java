package dev.jprof.agent.rt;

/**
 * What the measured calls of one node allocated, callees included, and what that says of all its calls: each stands for those
 * since the one before. Written by the owner thread alone.
 */
public final class Allocation {
    private long before = -1;
    private long samples;
    private long calls;
    private long sum;
    private long weighted;
    private double squares;

    void begin(long bytes) {
        before = bytes;
    }

    /** The call that began last ends and stands for some calls. */
    void end(long bytes, long standsFor) {
        if (before < 0 || bytes < before) {
            return;
        }
        long allocated = bytes - before;
        before = -1;
        samples++;
        calls += standsFor;
        sum += allocated;
        weighted += allocated * standsFor;
        squares += (double) allocated * allocated;
    }

    /**
     * What all calls allocated, as far as is known.
     *
     * @param ended how many calls there were, without one that is open
     * @return bytes, negative when no call was measured
     */
    public double total(long ended) {
        return samples == 0 ? -1 : weighted + (ended - calls) * ((double) weighted / calls);
    }

    /** Whether all calls were measured. */
    public boolean isExact(long ended) {
        return samples >= ended;
    }

    /** The variance of {@link #total}, in square bytes: what was measured of how many, and how much it varied. */
    public double variance(long ended) {
        if (samples == 0 || ended <= samples) {
            return 0;
        }
        double mean = (double) sum / samples;
        double ofOne = samples == 1 ? mean * mean : (squares - sum * mean) / (samples - 1);
        return Math.max(0, ofOne) * ended * (ended - samples) / samples;
    }

    /** What the call that is open has allocated so far, by a thread's bytes up to now; 0 where its beginning was not noted. */
    public long open(long bytes) {
        long began = before;
        return began < 0 || bytes < began ? 0 : bytes - began;
    }
}
