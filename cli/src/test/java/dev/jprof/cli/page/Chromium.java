package dev.jprof.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The one browser of all tests, and what it says. */
final class Chromium {
    static final int WIDTH = 1300;
    static final int HEIGHT = 900;

    /** Kept: a logger that nobody holds forgets its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static @Nullable ChromeDriver driver;
    private static String allowed = "";

    private Chromium() {}

    static boolean isInstalled() {
        return executable("chromium").isPresent() && executable("chromedriver").isPresent();
    }

    private static Optional<File> executable(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            File file = new File(folder, name);
            if (file.canExecute()) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    static synchronized ChromeDriver driver() {
        if (driver == null) {
            driver = start();
            Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
        }
        return driver;
    }

    private static ChromeDriver start() {
        SELENIUM.setLevel(Level.OFF);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(
                executable("chromium").orElseThrow(() -> new IllegalStateException("no chromium in the PATH")));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // A test clicks faster than a person.
                "--disable-ipc-flooding-protection",
                "--force-prefers-reduced-motion",
                "--force-device-scale-factor=1",
                "--enable-precise-memory-info",
                "--window-size=" + WIDTH + "," + HEIGHT);
        options.setExperimentalOption(
                "prefs", Map.of("download.default_directory", downloads().toString()));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(executable("chromedriver")
                        .orElseThrow(() -> new IllegalStateException("no chromedriver in the PATH")))
                .usingAnyFreePort()
                .withLogOutput(OutputStream.nullOutputStream())
                .build();
        ChromeDriver started = new ChromeDriver(service, options);
        started.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        return started;
    }

    /** Where the browser saves files. */
    static Path downloads() {
        try {
            return Files.createDirectories(Path.of("target/downloads").toAbsolutePath());
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** Opens an address, from now on the only one, with what is below it, that may be asked for. */
    static void open(String address) {
        driver().get("about:blank");
        forgetWhatWasSaid();
        allowed = address.replaceFirst("#.*", "");
        driver().get(address);
    }

    static void forgetWhatWasSaid() {
        if (driver != null) {
            driver.manage().logs().get(LogType.BROWSER);
            driver.manage().logs().get(LogType.PERFORMANCE);
        }
    }

    static void expectNoComplaints() {
        if (driver != null) {
            assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                    .extracting(LogEntry::getMessage)
                    .as("console")
                    .isEmpty();
            assertThat(requests())
                    .as("requests")
                    .allMatch(url -> url.startsWith(allowed) || url.startsWith("blob:") || url.equals("about:blank"));
        }
    }

    /** What has been asked for since the last look. */
    static List<String> requests() {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : driver().manage().logs().get(LogType.PERFORMANCE)) {
            Map<String, Object> event = new Json().toType(entry.getMessage(), Json.MAP_TYPE);
            Map<?, ?> message = (Map<?, ?>) event.get("message");
            if (message.get("method").equals("Network.requestWillBeSent")) {
                Map<?, ?> request = (Map<?, ?>) ((Map<?, ?>) message.get("params")).get("request");
                urls.add(String.valueOf(request.get("url")));
            }
        }
        return urls;
    }
}
