package dev.lanewise.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void theSampleIsWellFormedSmallAndLoadsNothing() throws Exception {
        String html = SamplePage.html();
        assertThat(Pages.faults(html)).isEmpty();
        assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("name=\"viewport\"",
                        "prefers-color-scheme:dark");
        // All elements but four, which have no end in HTML, are closed as XML wants it.
        Drawing.of(html.replace("<!DOCTYPE html>\n", "").replaceAll("<meta [^>]*>", ""));
    }

    @Test
    void theCheckOfPagesFindsFaults() {
        assertThat(Pages.faults("<svg><g></svg>")).hasSize(1);
        assertThat(Pages.faults("<img src='x.png'>")).hasSize(1);
        assertThat(Pages.faults("<style>@import 'a.css'</style>")).hasSize(1);
        assertThat(Pages.faults("<script>1</script>")).hasSize(1);
        assertThat(Pages.faults("x".repeat(2 << 20))).hasSize(1);
    }

    @Test
    void textIsEscaped() {
        assertThat(Html.escape("<a href=\"x\">&'")).isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
        assertThat(Html.escape("a\u0000b\ud800c\n\t\ud83d\ude00"))
                .isEqualTo("a\ufffdb\ufffdc\n\t\ud83d\ude00");
        String html = Page.of("<1>")
                .lead("<2>")
                .section("<3>", "x\"><4>")
                .text("<5>")
                .note("<6>")
                .facts(List.of(List.of("<7>", "<8>")))
                .figures(List.of(List.of("<9>", "<10>")))
                .table(List.of("<11>"), List.of(List.of("<12>")))
                .code("<13>")
                .badge("<14>", true)
                .plot(Plot.of("<15>").x("<16>").y("<17>").line("<18>", new double[]{1}, new double[]{1}))
                .html();
        for (int i = 1; i <= 18; i++) {
            assertThat(html).contains("&lt;" + i + "&gt;").doesNotContain("<" + i + ">");
        }
        assertThat(Page.of("").html("<b>bold</b>").html()).contains("<b>bold</b>");
    }

    @Test
    void moreThanThreeSectionsHaveATableOfContents() {
        Page page = Page.of("").section("One", "one").section("Two", "two").section("Three", "three");
        assertThat(page.html()).doesNotContain("<nav");
        String html = page.section("Four", "four").html();
        assertThat(html).contains("<nav");
        Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
        assertThat(links.results().map(link -> link.group(1))).containsExactly("one", "two", "three", "four")
                .allMatch(id -> html.contains("<h2 id=\"" + id + "\">"));
        assertThat(html.indexOf("<nav")).isLessThan(html.indexOf("<h2"));
    }

    @Test
    void plotsAndBadgesThatFollowOneAnotherShareABox() {
        Plot plot = Plot.of("");
        String html = Page.of("")
                .plot(plot)
                .plot(plot)
                .badge("a", true)
                .badge("b", false)
                .text("between")
                .plot(plot)
                .html();
        assertThat(html.split("<div class=\"plots\">", -1)).hasSize(3);
        assertThat(html.split("<p class=\"badges\">", -1)).hasSize(2);
        assertThat(html).contains("\u2713 a", "\u2717 b");
    }

    @Test
    void columnsOfNumbersEndRight() {
        String html = Html.table(List.of("name", "count", "share", "time"),
                List.of(List.of("sgd", "1,200", "97.31 %", "12 ms"),
                        List.of("3", "-5", "NaN", "0.5 \u00b5s")));
        assertThat(html).contains("<th scope=\"col\">name", "<th scope=\"col\" class=\"number\">count",
                "<th scope=\"col\" class=\"number\">share", "<td class=\"number\">NaN", "<td>sgd", "<td>3",
                "<td class=\"number\">12 ms");
    }
}
