package dev.jprof.cli;

import dev.jprof.cli.jvm.AttachChecks;
import dev.jprof.cli.jvm.Check;
import dev.jprof.cli.jvm.OwnChecks;
import dev.jprof.cli.jvm.RunningJvm;
import dev.jprof.cli.jvm.RunningJvms;
import dev.jprof.cli.launch.AgentJar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code jprof doctor} says of this machine and of jprof itself. */
final class MachineChecks {
    private MachineChecks() {}

    static List<Check> of(Console console) throws IOException {
        List<Check> checks = new ArrayList<>(OwnChecks.all());
        try {
            checks.add(Check.ok("agent", "is at " + AgentJar.extract()));
        } catch (IOException unwritable) {
            checks.add(Check.fail("agent", String.valueOf(unwritable.getMessage()), "make one of them writable"));
        }
        checks.add(jvms());
        checks.add(browser());
        checks.add(terminal(console));
        return checks;
    }

    private static Check jvms() throws IOException {
        List<RunningJvm> all = RunningJvms.all();
        long reachable = all.stream()
                .filter(jvm -> Check.obstacle(AttachChecks.of(jvm)).isEmpty())
                .count();
        return Check.ok("jvms", all.size() + " running, of which " + reachable + " can be attached to");
    }

    private static Check browser() {
        return Browser.isThere()
                ? Check.ok("browser", "can be started, for jprof serve")
                : Check.warn("browser", "none can be started", "set BROWSER, or open pages by hand");
    }

    private static Check terminal(Console console) {
        if (!console.terminal()) {
            return Check.ok("terminal", "standard output is none");
        }
        return Terminal.showsBoxes()
                ? Check.ok("terminal", "has " + Terminal.columns() + " columns and shows lines and boxes")
                : Check.warn("terminal", "shows no lines and boxes", "use a UTF-8 locale, such as LC_ALL=C.UTF-8");
    }
}
