package dev.lanewise.nn.data;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The first rows of a CSV file, split at one separator.
 *
 * @param separator at which they are split
 * @param records none if the first cannot be split
 */
record CsvSample(char separator, List<CsvRecord> records) {
    private static final int RECORDS = 200;

    /** Splits the beginning of a file, up to the first mistake in it; if it is not the {@code whole}, the last row may be cut. */
    static CsvSample of(String head, boolean whole, char separator) {
        List<CsvRecord> records = new ArrayList<>();
        try {
            CsvParser parser = new CsvParser(new StringReader(head), "", separator);
            for (CsvRecord record = parser.read(); record != null; record = parser.read()) {
                records.add(record);
            }
        } catch (IOException mistake) {
            // Whoever reads the whole file says so.
            return new CsvSample(separator, shortened(records));
        }
        if (!whole && records.size() > 1) {
            records.removeLast();
        }
        return new CsvSample(separator, shortened(records));
    }

    private static List<CsvRecord> shortened(List<CsvRecord> records) {
        return List.copyOf(records.subList(0, Math.min(RECORDS, records.size())));
    }

    /** The number of cells that all rows have, 0 if they differ. */
    int columns() {
        int columns = records.isEmpty() ? 0 : records.getFirst().size();
        return records.stream().allMatch(record -> record.size() == columns) ? columns : 0;
    }

    /** The number of empty cells at the end that all rows have. */
    int emptyColumns() {
        return records.stream().mapToInt(record -> record.size() - record.filled()).min().orElse(0);
    }

    /** The rows that are no header, or the only row. */
    List<CsvRecord> data() {
        return records.size() > 1 ? records.subList(1, records.size()) : records;
    }

    /** Whether no cell outside quotes holds another separator, unless as part of a number. */
    boolean isClean() {
        for (CsvRecord record : data()) {
            for (int column = 0; column < record.size(); column++) {
                if (!record.isQuoted(column) && !isClean(record.cell(column))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isClean(String cell) {
        return CsvSniffer.SEPARATORS.chars().noneMatch(other -> cell.indexOf(other) >= 0)
                || (separator != ',' && isAnyNumber(cell));
    }

    private static boolean isAnyNumber(String cell) {
        return CsvNumber.isNumber(cell, '.') || CsvNumber.isNumber(cell, ',') || CsvNumber.isGrouped(cell);
    }

    /** Whether half of the cells at least are numbers. */
    boolean isMostlyNumbers() {
        long numbers = data().stream()
                .flatMap(record -> record.cells().stream())
                .filter(CsvSample::isAnyNumber)
                .count();
        return 2 * numbers >= data().stream().mapToLong(CsvRecord::size).sum();
    }
}
