package dev.lanewise.nn.data;

import java.util.BitSet;
import java.util.List;

/**
 * A row of a CSV file.
 *
 * @param row its number, counted from 1 as a spreadsheet does: header and empty lines count
 * @param cells their texts, at least one, stripped of blanks outside quotes
 * @param quoted which of them stand in quotes
 */
record CsvRecord(int row, List<String> cells, BitSet quoted) {
    int size() {
        return cells.size();
    }

    String cell(int column) {
        return cells.get(column);
    }

    boolean isQuoted(int column) {
        return quoted.get(column);
    }

    /** Whether nothing stands there. */
    boolean isEmpty(int column) {
        return cells.get(column).isEmpty() && !quoted.get(column);
    }

    /** The number of cells without the empty ones at the end. */
    int filled() {
        int filled = size();
        while (filled > 0 && isEmpty(filled - 1)) {
            filled--;
        }
        return filled;
    }
}
