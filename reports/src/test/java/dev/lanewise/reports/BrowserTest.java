package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.reports.Browser.View;
import dev.lanewise.reports.page.Pages;
import dev.lanewise.reports.page.SamplePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as a browser shows them, wide and on a phone, light and dark. */
class BrowserTest {
    private static final int[] WIDTHS = {1280, 390};

    @TempDir
    static Path folder;

    private static String report;
    private static String experiments;
    private static String recipe;

    @BeforeAll
    static void train() throws IOException {
        Path out = folder.resolve("out");
        Cli.run("train", "--data", TestData.digits(folder.resolve("digits")), "--layers",
                "dense:16 relu dense:10",
                "--epochs", 3, "--batch-size", 20, "--out", out);
        report = Files.readString(out.resolve("report.html"));
        Path page = folder.resolve("experiments");
        Cli.run("experiments", "optimizers-surfaces", "--quick", "--out", page);
        experiments = Files.readString(page.resolve("experiments.html"));
        Path cured = folder.resolve("recipe");
        Cli.run("recipe", "--data", TestData.flowers(folder.resolve("flowers.csv")), "--label", "kind",
                "--budget", "0.05",
                "--out", cured);
        recipe = Files.readString(cured.resolve("report.html"));
    }

    private static Browser browser() {
        Optional<Browser> browser = Browser.find();
        if (browser.isEmpty()) {
            System.out.println("NOT TESTED: no Chromium on the PATH");
        }
        assumeTrue(browser.isPresent(), "NOT TESTED: no Chromium on the PATH");
        return browser.orElseThrow();
    }

    @Test
    void pagesAreSoundEvenIfNoBrowserLooks() {
        assertThat(Pages.faults(report)).isEmpty();
        assertThat(Pages.faults(experiments)).isEmpty();
        assertThat(Pages.faults(recipe)).isEmpty();
        assertThat(Pages.faults(SamplePage.html())).isEmpty();
    }

    @Test
    void theReportOfARunShowsWell() throws Exception {
        showsWell(report, 2);
    }

    @Test
    void thePageOfExperimentsShowsWell() throws Exception {
        showsWell(experiments, 4);
    }

    @Test
    void theReportOfARecipeShowsWell() throws Exception {
        showsWell(recipe, 1);
    }

    @Test
    void everyKindOfPlotShowsWell() throws Exception {
        showsWell(SamplePage.html(), 21);
    }

    private static void showsWell(String html, int plots) throws Exception {
        Browser browser = browser();
        for (int width : WIDTHS) {
            for (boolean dark : new boolean[]{false, true}) {
                View view = browser.look(html, folder, width, dark);
                String scheme = dark ? "dark" : "light";
                assertThat(view.findings()).containsExactly(
                        plots + " plots, " + width + " wide, " + scheme + ", " + scheme + " ground");
                assertThat(view.console()).isEmpty();
            }
        }
    }

    @Test
    void theLookFindsFaults() throws Exception {
        String html = """
                <!DOCTYPE html><html><body style="color:#777;background:#fff">
                <div style="width:3000px">wide</div><p style="color:#bbb">pale</p>
                <svg width="640" height="400" viewBox="0 0 640 400"><title>T</title><text x="630" y="20">outside</text>
                <text x="9" y="99">one</text><text x="9" y="99">two</text><path d="M0 0h9" stroke="#eee"/></svg>
                <svg width="0" height="0"><title>U</title></svg>
                <script>console.error("on the console")</script></body></html>
                """;
        View view = browser().look(html, folder, WIDTHS[0], false);
        assertThat(String.join("\n", view.findings())).contains("runs out of the window",
                "T: outside: outside",
                "T: overlap: one / two", "T: contrast 1.1", "U: size 0 x 0", ": pale");
        assertThat(view.console()).hasSize(1).allMatch(line -> line.contains("on the console"));
    }
}
