package dev.jprof.report.compare;

import dev.jprof.report.model.Histogram;
import dev.jprof.report.model.Method;
import dev.jprof.report.view.Listed;
import java.util.List;

/**
 * What moved of one method, or of one path.
 *
 * @param path the method's number; of a path those of all its methods, the outermost first
 * @param method the method, or the path's last one
 * @param function the name without file and line
 * @param printed the name as printed
 * @param code what happened to the method's code
 * @param ofCalls how often it was called
 * @param ofSelf nanoseconds without callees
 * @param ofTotal nanoseconds with callees, of a method those of its outermost calls
 * @param causes what the change of the total consists of, the greatest part first
 */
public record DiffRow(
        List<Integer> path,
        Method method,
        String function,
        String printed,
        Code code,
        Change ofCalls,
        Change ofSelf,
        Change ofTotal,
        List<Cause> causes)
        implements Listed {
    /**
     * How much moved because of this method itself or of how often it calls others: the {@link Cause#magnitude} of these, in
     * nanoseconds. Of one that only one side has this is its self time.
     */
    public long own() {
        if (code == Code.NEW || code == Code.GONE) {
            return Math.abs(ofSelf.delta());
        }
        return causes.stream().filter(Cause::isOwn).mapToLong(Cause::magnitude).sum();
    }

    DiffRow with(List<Cause> found) {
        return new DiffRow(path, method, function, printed, code, ofCalls, ofSelf, ofTotal, found);
    }

    boolean isMoved(boolean callsOnly) {
        boolean inTime = ofSelf.delta() != 0 || ofTotal.delta() != 0;
        return ofCalls.delta() != 0 || inTime && !callsOnly || code == Code.CHANGED;
    }

    @Override
    public long calls() {
        return ofCalls.current();
    }

    @Override
    public long primitiveCalls() {
        return ofCalls.current();
    }

    @Override
    public double self() {
        return ofSelf.current();
    }

    @Override
    public double total() {
        return ofTotal.current();
    }

    @Override
    public Histogram histogram() {
        return Histogram.NONE;
    }

    @Override
    public String file() {
        return method.file();
    }

    @Override
    public int line() {
        return method.line();
    }
}
