package dev.jprof.maven;

import dev.jprof.report.check.BaselineFolder;
import dev.jprof.report.model.Profile;
import dev.jprof.report.view.UsageException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds the last run of the tests to the folder that later ones are checked against. */
@Mojo(name = "accept", threadSafe = true)
public final class AcceptMojo extends TestedModuleMojo {
    /** The folder; made if it is not there. */
    @Parameter(property = "jprof.base", defaultValue = "${project.basedir}/baseline")
    private File base;

    @Override
    void read(TestRun run, Profile sum) throws IOException {
        if (base.exists() && !base.isDirectory()) {
            throw new UsageException("<base> " + base + " is a file; name a folder that runs can be added to");
        }
        for (Path written : BaselineFolder.add(base.toPath(), List.of(run.file()))) {
            getLog().info("accepted as " + written);
        }
    }
}
