package dev.jprof.cli.top;

import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Profile;
import dev.jprof.report.model.ProfileMerge;
import dev.jprof.report.model.ThreadRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that does in each second what a profile holds, and ends after some of them. */
final class Replay implements Snapshots {
    private static final Path SMALL = Path.of("src/test/resources/profiles/small.json");

    private final Profile second;
    private final int seconds;
    private int taken;
    private Profile soFar;

    Replay(int seconds) throws IOException {
        this.seconds = seconds;
        this.second = ProfileReader.read(SMALL);
        this.soFar = second;
    }

    @Override
    public String title() {
        return "jprof top  4242 com.acme.Main";
    }

    @Override
    public Profile next() throws Ended {
        if (taken == seconds) {
            throw new Ended("process 4242 has ended");
        }
        soFar = sum(taken++ == 0 ? List.of(second) : List.of(soFar, second));
        return soFar;
    }

    @Override
    public void write(Path file) throws IOException {
        Files.copy(SMALL, file);
    }

    /** Of one thread for each of both rows, as in a recording. */
    private static Profile sum(List<Profile> profiles) {
        Profile sum = ProfileMerge.merge(profiles);
        List<ThreadRow> single = sum.threads().stream()
                .map(row -> new ThreadRow(row.name(), row.id(), row.root(), 1))
                .toList();
        return new Profile(sum.meta(), sum.methods(), single, sum.tree());
    }
}
