package dev.lanewise.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the tables of a page of Markdown, without their rules. */
final class MarkdownTable {
    private MarkdownTable() {
    }

    /** The cells of every row, headings among them. */
    static List<List<String>> rows(String page) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : page.lines().map(String::strip).toList()) {
            if (line.startsWith("|") && !line.matches("[|: -]+")) {
                rows.add(Stream.of(line.substring(1).split("(?<!\\\\)\\|")).map(String::strip).toList());
            }
        }
        return rows;
    }
}
