package dev.jprof.report.check.format;

import static dev.jprof.report.check.Runs.profile;

import dev.jprof.report.check.CheckResult;
import dev.jprof.report.check.Runs;
import dev.jprof.report.check.rule.RulesFile;
import java.nio.file.Path;

/** A check with a rule of each kind of end. */
final class BrokenCheck {
    private BrokenCheck() {}

    /** One rule each: broken and holding, warned of, undecided, with a quarantined method, and ignored. */
    static CheckResult in(Path folder) throws Exception {
        String[] first = {
            "a.B.main 1 5000",
            "a.B.main/a.B.load 2 3000",
            "a.B.main/a.B.load/a.Dao.find 6 90000",
            "a.B.main/a.B.race 3 1"
        };
        String[] second = {
            "a.B.main 1 5000",
            "a.B.main/a.B.load 2 3000",
            "a.B.main/a.B.load/a.Dao.find 6 91000",
            "a.B.main/a.B.race 5 1"
        };
        String[] more = {
            "a.B.main 1 5000",
            "a.B.main/a.B.load 2 3000",
            "a.B.main/a.B.load/a.Dao.find 8 99000",
            "a.B.main/a.B.race 4 1"
        };
        return new Runs(folder)
                .base(profile(first))
                .base(profile(second))
                .current(profile(more))
                .current(profile(more))
                .rule("calls(a.*) <= +0%")
                .rule("calls(a.Dao.*) <= 7 warning")
                .rule("self(a.Dao.find) <= +5%")
                .rule("total(a.B.main) <= 1s")
                .rules(RulesFile.parse("jprof.yml", """
                        rules:
                          - rule: sum(calls(a.Dao.*)) <= +0%
                            ignore:
                              - method: a.Dao.*
                                reason: one look-up more since ACME-7 | *for a while*
                                until: 2026-12-31
                        """))
                .check();
    }
}
