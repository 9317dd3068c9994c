package dev.jprof.cli.serve;

import dev.jprof.report.html.ListEntry;
import dev.jprof.report.html.ListPage;
import dev.jprof.report.html.PlainPage;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The profiles that were in a folder at one moment, each known by its place in the order of their names. */
public final class ServedFolder {
    private final Path folder;
    private final List<ServedProfile> profiles;
    private final int first;
    private final Looks looks;

    private ServedFolder(Path folder, List<ServedProfile> profiles, int first) {
        this.folder = folder;
        this.profiles = profiles;
        this.first = first;
        this.looks = new Looks(profiles);
    }

    /**
     * Looks for profiles: files whose name ends in .json or .json.gz. Links that lead out of the folder are left out.
     *
     * @param asked a folder, or a file, which is opened first and may have any name
     * @param shaping what is done to each profile before it is shown
     * @throws IOException when there is nothing to serve
     */
    public static ServedFolder of(Path asked, UnaryOperator<Profile> shaping) throws IOException {
        boolean isFolder = Files.isDirectory(asked);
        if (!isFolder
                && !Files.isRegularFile(asked)
                && (Files.exists(asked) || asked.toString().equals("-"))) {
            throw new IOException(
                    asked + " is neither a file nor a folder; 'jprof html /dev/stdin -o page.html' makes a page"
                            + " of what comes through a pipe");
        }
        Path real = asked.toRealPath();
        Path parent = asked.toAbsolutePath().normalize().getParent();
        Path folder = isFolder || parent == null ? real : parent.toRealPath();
        List<Path> names = names(folder);
        Path opened = folder.resolve(asked.toAbsolutePath().normalize().getFileName() + "");
        if (!isFolder && !names.contains(opened)) {
            names.add(opened);
        }
        if (names.isEmpty()) {
            throw new IOException(
                    "no .json or .json.gz file in " + asked + "; record a profile with: jprof run -- java ...");
        }
        Collections.sort(names);
        List<ServedProfile> profiles = new ArrayList<>();
        for (Path name : names) {
            profiles.add(new ServedProfile(name, shaping));
        }
        return new ServedFolder(folder, List.copyOf(profiles), isFolder ? -1 : names.indexOf(opened));
    }

    private static List<Path> names(Path folder) throws IOException {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName()).toLowerCase(Locale.ROOT);
                boolean named = (name.endsWith(".json") || name.endsWith(".json.gz")) && !name.startsWith(".");
                if (named && Files.isRegularFile(entry) && entry.toRealPath().startsWith(folder)) {
                    names.add(entry);
                }
            }
        }
        return names;
    }

    /** How many profiles there are. */
    public int size() {
        return profiles.size();
    }

    public Path folder() {
        return folder;
    }

    /** Where the page is that is to be opened first, relative to the list. */
    public String first() {
        return first < 0 ? "" : address(first);
    }

    static String address(int profile) {
        return String.valueOf(profile + 1);
    }

    List<ServedProfile> profiles() {
        return profiles;
    }

    Answer list() {
        looks.await();
        PlainPage page = page();
        return Answer.page(200, page.policy(), page.bytes(page.version()));
    }

    String listVersion() {
        looks.begin();
        return page().version();
    }

    private PlainPage page() {
        List<ListEntry> entries = new ArrayList<>();
        for (int profile = 0; profile < profiles.size(); profile++) {
            Optional<ServedProfile.Known> known = looks.of(profile);
            String problem = known.map(ServedProfile.Known::problem).orElse("");
            entries.add(new ListEntry(
                    address(profile),
                    profiles.get(profile).name(),
                    known.filter(found -> found.problem().isEmpty()).map(ServedProfile.Known::headline),
                    problem));
        }
        return new ListPage(folder.toString(), entries, ZoneId.systemDefault()).page();
    }
}
