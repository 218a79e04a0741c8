package dev.lanewise.reports;

import java.util.List;

/** Pieces of HTML; every text is escaped. */
final class Html {
    private Html() {
    }

    /** Text for an element or a quoted attribute, in HTML and XML. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
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

    /** A table under a header, in a box that scrolls where the screen is narrow. */
    static String table(List<String> header, List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr>");
        header.forEach(cell -> html.append("<th scope=\"col\">").append(escape(cell)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(escape(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }
}
