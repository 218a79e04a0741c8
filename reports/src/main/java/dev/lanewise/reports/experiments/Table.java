package dev.lanewise.reports.experiments;

import java.util.List;

/**
 * Numbers in rows.
 *
 * @param title above it
 * @param header one name for each column
 * @param rows as many texts each
 */
public record Table(String title, List<String> header, List<List<String>> rows) {
    /** Copies the rows. */
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
