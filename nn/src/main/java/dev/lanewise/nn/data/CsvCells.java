package dev.lanewise.nn.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a CSV file mean. A cell in quotes is never missing.
 *
 * @param decimal the decimal separator
 * @param missing what the user calls missing, or null
 */
record CsvCells(char decimal, @Nullable List<String> missing) {
    /** Texts of features and targets that usually stand for a value that is not there. */
    private static final List<String> USUAL = List.of("?", "NA", "na", "N/A", "n/a", "#N/A", "NULL", "Null",
            "null",
            "None");

    /** Whether a number is missing there. */
    boolean isMissing(CsvRecord record, int column) {
        return record.isEmpty(column)
                || (!record.isQuoted(column)
                        && (missing == null ? USUAL : missing).contains(record.cell(column)));
    }

    /** Whether a label is missing there: NA, None and the like are names of classes unless the user says otherwise. */
    boolean isMissingLabel(CsvRecord record, int column) {
        return record.isEmpty(column) || (missing != null && isMissing(record, column));
    }

    boolean isNumber(String cell) {
        return CsvNumber.isNumber(cell, decimal);
    }

    /** Whether it is text in a column of numbers; a missing value or an infinite one is bad data, but no sign of a header. */
    boolean isText(CsvRecord record, int column) {
        String cell = record.cell(column);
        return !CsvNumber.isNumber(cell, '.') && !CsvNumber.isNumber(cell, ',') && !CsvNumber.isGrouped(cell)
                && !CsvNumber.isNotFinite(cell) && !isMissing(record, column);
    }

    /** The number with a decimal point. */
    String plain(String number) {
        return decimal == ',' ? number.replace(',', '.') : number;
    }

    /** What is expected in place of a text that is no number. */
    String expectation(String text) {
        if (CsvNumber.isGrouped(text)) {
            return "a number without thousands separators"
                    + (decimal == ',' ? ", with a decimal comma" : ", with a decimal point");
        }
        if (CsvNumber.isNumber(text, decimal == ',' ? '.' : ',')) {
            return decimal == ',' ? "a number with a decimal comma" : "a number with a decimal point";
        }
        return "a number";
    }
}
