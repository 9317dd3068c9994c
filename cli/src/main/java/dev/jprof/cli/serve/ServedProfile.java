package dev.jprof.cli.serve;

import dev.jprof.report.html.Headline;
import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.html.PlainPage;
import dev.jprof.report.html.ProblemPage;
import dev.jprof.report.io.ProfileFormatException;
import dev.jprof.report.io.ProfileReader;
import dev.jprof.report.model.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One file that was there when the server began. May be used by several threads. */
final class ServedProfile {
    private static final String GONE = "gone";

    /** One profile is in memory at a time. */
    private static final Object READING = new Object();

    private final Path named;
    private final Path real;
    private final UnaryOperator<Profile> shaping;
    private SoftReference<Made> made = new SoftReference<>(null);

    private record Made(String version, Answer answer) {}

    /** What a list says of a file; {@code problem} is empty when there is none. */
    record Known(String version, Headline headline, String problem) {}

    /**
     * @param shaping what is done to the profile before it is shown
     * @throws IOException when there is no such file
     */
    ServedProfile(Path named, UnaryOperator<Profile> shaping) throws IOException {
        this.named = named;
        this.real = named.toRealPath();
        this.shaping = shaping;
    }

    String name() {
        return String.valueOf(named.getFileName());
    }

    Path real() {
        return real;
    }

    /** Another text whenever the file has become another one. */
    String version() {
        try {
            BasicFileAttributes now = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!now.isRegularFile() || !named.toRealPath().equals(real)) {
                return GONE;
            }
            return now.lastModifiedTime().to(TimeUnit.NANOSECONDS) + "-" + now.size() + "-"
                    + Integer.toHexString(Objects.hashCode(now.fileKey()));
        } catch (IOException gone) {
            return GONE;
        }
    }

    Answer page() {
        synchronized (READING) {
            String version = version();
            Made before = made.get();
            if (before != null && before.version.equals(version)) {
                return before.answer;
            }
            made.clear();
            try {
                Answer answer = page(version);
                made = new SoftReference<>(new Made(version, answer));
                return answer;
            } catch (IOException | RuntimeException | Error wrong) {
                PlainPage page = ProblemPage.of(name(), problem(wrong));
                return Answer.page(422, page.policy(), page.bytes(version));
            }
        }
    }

    private Answer page(String version) throws IOException {
        HtmlPage page = HtmlPage.of(read(version), name()).served(version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        page.write(bytes);
        return Answer.page(200, page.policy(), bytes.toByteArray());
    }

    Known look() {
        synchronized (READING) {
            String version = version();
            try {
                return new Known(version, Headline.of(read(version), fileTime()), "");
            } catch (IOException | RuntimeException | Error wrong) {
                return new Known(version, Headline.NONE, problem(wrong));
            }
        }
    }

    /** When a profile that doesn't say when it was recorded was written. */
    private String fileTime() throws IOException {
        return Files.getLastModifiedTime(real).toInstant().toString();
    }

    private Profile read(String version) throws IOException {
        if (version.equals(GONE)) {
            throw new ProfileFormatException(real, "is not the file any more that it was when jprof serve began");
        }
        return shaping.apply(ProfileReader.read(real));
    }

    private String problem(Throwable wrong) {
        if (wrong instanceof OutOfMemoryError) {
            return "this needs more memory than the JVM has; set JAVA_TOOL_OPTIONS=-Xmx4g or more and begin again";
        }
        if (wrong instanceof IOException) {
            String file = real + ": ";
            String problem = String.valueOf(wrong.getMessage());
            return problem.startsWith(file) ? problem.substring(file.length()) : problem;
        }
        return "internal error, please report it: " + wrong;
    }
}
