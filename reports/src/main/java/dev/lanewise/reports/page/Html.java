package dev.lanewise.reports.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Pieces of HTML; every text is escaped. */
public final class Html {
    /** Characters that XML does not allow, not even escaped. */
    private static final Pattern FORBIDDEN = Pattern
            .compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x{d800}-\\x{dfff}\\x{fffe}\\x{ffff}]");
    /** A number, perhaps with its unit. */
    private static final Pattern NUMBER = Pattern
            .compile(
                    "[-+\u2212]?[\\d,.]+(e[-+]?\\d+)?( ?[%\\p{L}\u00b5/\u00b2\u00d7]{1,12})?|NaN|-?Infinity|-|\u2013|");

    private Html() {
    }

    /** Text for an element or a quoted attribute, in HTML and XML. */
    public static String escape(String text) {
        return FORBIDDEN.matcher(text)
                .replaceAll("\ufffd")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A table of two columns: what and how much. */
    static String facts(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<table class=\"facts\">\n");
        for (List<String> row : rows) {
            html.append("<tr><th scope=\"row\">")
                    .append(escape(row.get(0)))
                    .append("</th><td>")
                    .append(escape(row.get(1)))
                    .append("</td></tr>\n");
        }
        return html.append("</table>\n").toString();
    }

    /** Pairs of a number in large type and what it is. */
    static String figures(List<List<String>> pairs) {
        StringBuilder html = new StringBuilder("<div class=\"figures\">\n");
        for (List<String> pair : pairs) {
            html.append("<div><b>").append(escape(pair.get(0))).append("</b><span>");
            html.append(escape(pair.get(1))).append("</span></div>\n");
        }
        return html.append("</div>\n").toString();
    }

    /** A table under a header, in a box that scrolls where the screen is narrow; columns of numbers end right. */
    static String table(List<String> header, List<List<String>> rows) {
        List<String> looks = IntStream.range(0, header.size()).mapToObj(i -> look(rows, i)).toList();
        StringBuilder html = new StringBuilder(
                "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>\n<thead>");
        row(html, "th scope=\"col\"", "th", looks, header);
        html.append("</thead>\n<tbody>\n");
        rows.forEach(row -> row(html, "td", "td", looks, row));
        return html.append("</tbody></table></div>\n").toString();
    }

    private static void row(StringBuilder html, String opening, String closing, List<String> looks,
            List<String> cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            html.append('<').append(opening).append(i < looks.size() ? looks.get(i) : "").append('>');
            html.append(escape(cells.get(i))).append("</").append(closing).append('>');
        }
        html.append("</tr>\n");
    }

    private static String look(List<List<String>> rows, int column) {
        boolean numbers = rows.stream()
                .filter(row -> column < row.size())
                .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
        return numbers ? " class=\"number\"" : "";
    }
}
