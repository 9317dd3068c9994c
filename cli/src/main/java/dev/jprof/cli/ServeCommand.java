package dev.jprof.cli;

import dev.jprof.cli.launch.Signals;
import dev.jprof.cli.serve.ProfileServer;
import dev.jprof.cli.serve.ServedFolder;
import dev.jprof.report.view.PathCuts;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jprof serve}: the profiles of a folder in the browser, until Ctrl-C. */
@Command(
        name = "serve",
        header = "Shows the profiles of a folder in the browser.",
        description = {
            "Lists the .json and .json.gz files that are in the folder now, each with its page; of a FILE, the page is"
                    + " opened and the list is that of its folder. Pages load themselves anew when the profile changes."
                    + " Only browsers of this machine can ask, at an address that is not to be guessed. Ctrl-C ends it.",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65535;

    private final Console console;

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "0..1",
            description = "A profile or a folder. Without it: this folder.")
    private Path asked = Path.of(".");

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "Where to listen; a free port is taken when it is not. Without it: 9753.")
    private int port = 9753;

    @Option(names = "--no-browser", description = "Print the address only.")
    private boolean noBrowser;

    @Mixin
    private Cuts cuts = new Cuts();

    @Mixin
    private Times times = new Times();

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new UsageException("--port " + port + " is no port from 0 to " + LAST_PORT);
        }
        CountDownLatch end = new CountDownLatch(1);
        Signals.handle("INT", end::countDown);
        PathCuts paths = cuts.paths();
        ServedFolder folder = ServedFolder.of(asked, profile -> times.of(profile, paths));
        ProfileServer server = start(folder);
        String address = server.address() + folder.first();
        console.out()
                .write("Showing " + folder.size() + (folder.size() == 1 ? " profile" : " profiles") + " of "
                        + folder.folder() + " at\n  " + address + "\nCtrl-C ends it.\n");
        console.out().flush();
        if (!noBrowser && !Browser.open(address)) {
            console.complain("jprof serve: no browser could be started; open the address by hand");
        }
        end.await();
        server.stop();
        return ExitCodes.FINE;
    }

    private ProfileServer start(ServedFolder folder) throws IOException {
        try {
            return ProfileServer.start(folder, port);
        } catch (BindException taken) {
            ProfileServer server = ProfileServer.start(folder, 0);
            console.complain("jprof serve: port " + port + " can't be had (" + taken.getMessage() + "); it is "
                    + server.port() + " instead");
            return server;
        }
    }
}
