package dev.jprof.cli.page;

import dev.jprof.report.html.HtmlPage;
import dev.jprof.report.model.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** The page that the browser shows: what a person can do there and see. */
final class OpenPage {
    private final ChromeDriver driver = Chromium.driver();

    /** Opens the page of a profile as a file. */
    static OpenPage of(Path folder, Profile profile) throws IOException {
        return of(folder, HtmlPage.of(profile, "test.json"));
    }

    static OpenPage of(Path folder, HtmlPage page) throws IOException {
        Path file = folder.resolve("page-" + System.nanoTime() + ".html");
        try (OutputStream out = Files.newOutputStream(file)) {
            page.write(out);
        }
        return at(file.toUri().toString());
    }

    static OpenPage at(String address) {
        Chromium.open(address);
        OpenPage page = new OpenPage();
        page.waitUntil("return document.documentElement.dataset.ready === 'true'");
        return page;
    }

    /** Back to how it was when it was opened. */
    OpenPage anew() {
        String address = Objects.requireNonNull(driver.getCurrentUrl()).replaceFirst("#.*", "");
        driver.executeScript(
                "delete document.documentElement.dataset.theme; history.replaceState(null, '', location.pathname);"
                        + "dispatchEvent(new HashChangeEvent('hashchange'))");
        driver.executeScript("document.activeElement?.blur()");
        assert address.startsWith("file:") || address.startsWith("http:");
        return this;
    }

    void waitUntil(String script) {
        waitFor(script);
    }

    static void waitFor(String script) {
        for (long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); System.nanoTime() < deadline; ) {
            if (Boolean.TRUE.equals(Chromium.driver().executeScript(script))) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        throw new AssertionError("not within half a minute: " + script);
    }

    @SuppressWarnings("unchecked")
    <T> T js(String script, Object... arguments) {
        return (T) driver.executeScript(script, arguments);
    }

    double number(String script, Object... arguments) {
        return ((Number) driver.executeScript(script, arguments)).doubleValue();
    }

    ChromeDriver driver() {
        return driver;
    }

    List<Shape> shapes() {
        List<Map<?, ?>> shapes = js(Shape.SCRIPT);
        return shapes.stream().map(Shape::of).toList();
    }

    List<Shape> nodes() {
        return shapes().stream().filter(Shape::isNode).toList();
    }

    /** The first shape of a node or method of this name. */
    Shape shape(String name) {
        return shapes().stream()
                .filter(shape -> shape.isNode()
                        ? shape.last().equals(name)
                        : shape.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not drawn: " + name + ", but "
                        + shapes().stream()
                                .map(Shape::last)
                                .distinct()
                                .limit(20)
                                .toList()));
    }

    /** Until {@link #ownScreen}, of this page and those that are opened next. */
    void screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        waitUntil("return innerWidth === " + width);
    }

    void ownScreen() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    double chartWidth() {
        return number("return document.getElementById('canvas').clientWidth");
    }

    WebElement id(String id) {
        return driver.findElement(By.id(id));
    }

    /** With what is not visible too. */
    String text(String id) {
        return js("return document.getElementById(arguments[0]).textContent", id);
    }

    List<String> texts(String selector) {
        return js(
                "return [...document.querySelectorAll(arguments[0])].filter(e => !e.hidden).map(e => e.textContent)",
                selector);
    }

    void click(String id) {
        id(id).click();
    }

    void clickCss(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    void chart(String name) {
        clickCss("#chart-choice [data-chart=" + name + "]");
    }

    void choose(String id, String value) {
        clickCss("#" + id + " option[value='" + value + "']");
    }

    void type(String id, String text) {
        WebElement field = id(id);
        field.clear();
        field.sendKeys(text);
    }

    /** Keys for whatever has the focus. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void hover(Shape shape) {
        new Actions(driver)
                .moveToElement(id("canvas"), offsetX(shape), offsetY(shape))
                .perform();
    }

    void click(Shape shape) {
        new Actions(driver)
                .moveToElement(id("canvas"), offsetX(shape), offsetY(shape))
                .click()
                .perform();
    }

    private int offsetX(Shape shape) {
        return (int) Math.floor(shape.x() + shape.w() / 2) - (int) chartWidth() / 2;
    }

    private int offsetY(Shape shape) {
        int height = (int) number("return document.getElementById('canvas').clientHeight");
        return (int) Math.floor(shape.y() + shape.h() / 2) - height / 2;
    }

    /** The rows of the table that are there now, cell by cell. */
    List<List<String>> rows() {
        return js(
                "return [...document.querySelectorAll('#table .body .row')].filter(row => !row.hidden)"
                        + ".sort((a, b) => a.dataset.position - b.dataset.position)"
                        + ".map(row => [...row.querySelectorAll('[role=gridcell]')].map(cell => cell.title || cell.textContent))");
    }

    /** The cells of one column of the rows that are there now. */
    List<String> column(String key) {
        int at = headings().indexOf(key);
        return rows().stream().map(row -> row.get(at)).toList();
    }

    List<String> headings() {
        return js("return [...document.querySelectorAll('#table .head [data-key]')].map(head => head.dataset.key)");
    }

    void sort(String key) {
        js("document.querySelector('#table .head [data-key=\"' + arguments[0] + '\"]').click()", key);
    }

    WebElement row(String name) {
        return driver.findElements(By.cssSelector("#table .body .row:not([hidden])")).stream()
                .filter(row -> String.valueOf(
                                row.findElement(By.className("name")).getDomAttribute("title"))
                        .startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + name));
    }

    String fragment() {
        return js("return decodeURIComponent(location.hash)");
    }

    void escape() {
        press(Keys.ESCAPE);
    }
}
