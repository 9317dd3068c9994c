package dev.jprof.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command without a verb: its help and its version. */
@Command(
        name = "jprof",
        header = "Exact call counts and times for any JVM program.",
        versionProvider = Jprof.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "jprof VERB --help says more about one verb."})
final class Jprof {
    /** Read from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"jprof " + number()};
        }

        static String number() {
            String version = Jprof.class.getPackage().getImplementationVersion();
            return version == null ? "(unpackaged)" : version;
        }
    }
}
