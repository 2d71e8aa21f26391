package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The report as a page, in a real browser.
final class HtmlPageTest {
    private static final String VISIBLE =
            "[...document.querySelectorAll('#findings tbody tr')]"
                    + ".filter((row) => row.offsetParent !== null).length";

    @TempDir static Path folder;

    private static Path page;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        page = folder.resolve("report.html");
        new Program(folder)
                .run(
                        Repository.root().resolve("plimsoll").toString(),
                        "scan",
                        "--format",
                        "html",
                        "--output=" + page,
                        "docker-archive:" + DebianImage.get().dockerArchive())
                .withCode(0);
        browser = new Browser(Files.createDirectories(folder.resolve("profile")));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @AfterEach
    void nothingLeavesThePageAndNothingIsComplainedOf() {
        assertThat(browser.requests()).isNotEmpty().allMatch(each -> each.startsWith("file:"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theFilterShowsWhatFits() throws Exception {
        browser.open(page, 1600, false);
        int all = Integer.parseInt(browser.evaluate(VISIBLE));
        assertThat(all).isGreaterThan(20);
        type("words", "CVE-2023-45853");
        int one = Integer.parseInt(browser.evaluate(VISIBLE));
        assertThat(one).isBetween(1, all - 1);
        assertThat(browser.evaluate("document.getElementById('shown').textContent"))
                .isEqualTo(one + " of " + all + " shown");
        type("words", "nothing has this in it");
        assertThat(browser.evaluate(VISIBLE)).isEqualTo("0");
        type("words", "");
        assertThat(browser.evaluate(VISIBLE)).isEqualTo(Integer.toString(all));
        browser.evaluate(
                "document.querySelectorAll('input[name=severity]').forEach((box) => {"
                        + " if (box.value !== 'high') box.click(); })");
        int high =
                Integer.parseInt(
                        browser.evaluate(
                                "document.querySelectorAll('tr[data-severity=high]').length"));
        assertThat(browser.evaluate(VISIBLE)).isEqualTo(Integer.toString(high));
    }

    private static void type(String field, String text) throws InterruptedException {
        browser.evaluate(
                "(() => { const input = document.getElementById('filter').elements."
                        + field
                        + "; input.value = '"
                        + text
                        + "'; input.dispatchEvent(new Event('input', {bubbles: true})); })()");
    }

    @ParameterizedTest
    @CsvSource({"400, false", "400, true", "1600, false", "1600, true"})
    void itFitsItsWidthInLightAndDark(int width, boolean dark) throws Exception {
        browser.open(page, width, dark);
        assertThat(Integer.parseInt(browser.evaluate("document.documentElement.scrollWidth")))
                .isLessThanOrEqualTo(width);
        int[] ground = colour("document.body", "backgroundColor");
        int[] text = colour("document.body", "color");
        int[] faint = colour("document.querySelector('.faint')", "color");
        int[] high = colour("document.querySelector('b.high')", "color");
        assertThat(ground[0]).matches(level -> dark ? level < 60 : level > 230);
        assertThat(contrast(ground, text)).isGreaterThan(7);
        assertThat(contrast(ground, faint)).isGreaterThan(4.5);
        assertThat(contrast(ground, high)).isGreaterThan(4.5);
        Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
        byte[] picture = browser.screenshot();
        assertThat(picture).hasSizeGreaterThan(10_000);
        Files.write(pictures.resolve(width + (dark ? "-dark" : "-light") + ".png"), picture);
    }

    @Test
    void severityIsAWordAndNoColourAlone() throws Exception {
        browser.open(page, 1600, false);
        assertThat(
                        browser.evaluate(
                                "[...document.querySelectorAll('#findings tbody tr')].every((row) =>"
                                        + " row.cells[0].textContent === row.dataset.severity)"))
                .isEqualTo("true");
    }

    private static int[] colour(String element, String property) throws InterruptedException {
        String[] parts =
                browser.evaluate("getComputedStyle(" + element + ")." + property)
                        .replaceAll("[^0-9,]", "")
                        .split(",", -1);
        return new int[] {
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])
        };
    }

    /// Source: WCAG 2.2, "contrast ratio".
    private static double contrast(int[] left, int[] right) {
        double a = luminance(left);
        double b = luminance(right);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int[] colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double channel = colour[i] / 255.0;
            sum +=
                    weights[i]
                            * (channel <= 0.04045
                                    ? channel / 12.92
                                    : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
