package dev.lanewise.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A self-contained HTML page in the making: one file without scripts that loads nothing, light or dark as its reader
 * prefers, for desktops and phones. Every text is escaped; only {@link #html} takes HTML.
 */
public final class Page {
    /** Elements that stand side by side while one follows the other. */
    private enum Group {
        NONE("", ""), PLOTS("<div class=\"plots\">\n", "</div>\n"), BADGES("<p class=\"badges\">\n",
                "</p>\n");

        private final String opening;
        private final String closing;

        Group(String opening, String closing) {
            this.opening = opening;
            this.closing = closing;
        }
    }

    /** A page with more sections begins with a table of contents. */
    private static final int SECTIONS_WITHOUT_CONTENTS = 3;

    private final String title;
    private final StringBuilder opening = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final List<String> contents = new ArrayList<>();
    private Group group = Group.NONE;

    private Page(String title) {
        this.title = title;
    }

    /** A page with nothing but a title. */
    public static Page of(String title) {
        return new Page(title);
    }

    /** What the page is about, in a sentence or two. */
    public Page lead(String text) {
        return element("p class=\"lead\"", "p", text);
    }

    /**
     * Begins a section.
     *
     * @param heading above it
     * @param id its name in addresses, of letters, digits and hyphens
     */
    public Page section(String heading, String id) {
        String name = Html.escape(id);
        add(Group.NONE, "");
        contents.add("<li><a href=\"#" + name + "\">" + Html.escape(heading) + "</a></li>\n");
        return element("h2 id=\"" + name + "\"", "h2", heading);
    }

    /** A paragraph. */
    public Page text(String paragraph) {
        return element("p", "p", paragraph);
    }

    /** A paragraph in small type. */
    public Page note(String paragraph) {
        return element("p class=\"note\"", "p", paragraph);
    }

    /** HTML as it is; nothing in it is escaped, and it must load nothing. */
    public Page html(String raw) {
        return add(Group.NONE, raw);
    }

    /** A plot; plots that follow one another stand side by side where there is room. */
    public Page plot(Plot plot) {
        return add(Group.PLOTS, plot.svg());
    }

    /** A table under a header; columns of numbers end right. */
    public Page table(List<String> header, List<List<String>> rows) {
        return add(Group.NONE, Html.table(header, rows));
    }

    /** A table of two columns: what and how much. */
    public Page facts(List<List<String>> rows) {
        return add(Group.NONE, Html.facts(rows));
    }

    /** The main results: pairs of how much, in large type, and what. */
    public Page figures(List<List<String>> pairs) {
        return add(Group.NONE, Html.figures(pairs));
    }

    /** A command to copy, or its output. */
    public Page code(String command) {
        return element("pre", "pre", command);
    }

    /** A verdict; badges that follow one another stand side by side. */
    public Page badge(String text, boolean good) {
        String sign = good ? "\u2713" : "\u2717";
        return add(Group.BADGES, "<span class=\"badge " + (good ? "good" : "bad") + "\">" + sign + " "
                + Html.escape(text) + "</span>\n");
    }

    private Page element(String opening, String closing, String text) {
        return add(Group.NONE, "<" + opening + ">" + Html.escape(text) + "</" + closing + ">\n");
    }

    private Page add(Group next, String html) {
        StringBuilder out = contents.isEmpty() ? opening : body;
        if (group != next) {
            out.append(group.closing).append(next.opening);
            group = next;
        }
        out.append(html);
        return this;
    }

    /** The page as an HTML5 document. */
    public String html() {
        add(Group.NONE, "");
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Lanewise: %1$s</title>
                <style>
                %2$s%3$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                """.formatted(Html.escape(title), css(), Palette.css()) + opening + tableOfContents() + body
                + "</main>\n</body>\n</html>\n";
    }

    private String tableOfContents() {
        return contents.size() <= SECTIONS_WITHOUT_CONTENTS
                ? ""
                : "<nav class=\"contents\" aria-label=\"Contents\">\n<ul>\n" + String.join("", contents)
                        + "</ul>\n</nav>\n";
    }

    private static String css() {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
