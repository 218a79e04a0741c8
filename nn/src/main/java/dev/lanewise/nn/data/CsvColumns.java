package dev.lanewise.nn.data;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file.
 *
 * @param first the cells of the first row, the names of the columns if it is a header
 * @param label the index of the label column
 * @param hasHeader whether the first row is a header
 */
record CsvColumns(List<String> first, int label, boolean hasHeader) {

    /** What the first row of {@code file} and the user's choice of a label column say. */
    static CsvColumns of(Path file, List<String> first, @Nullable String labelColumn) throws DataException {
        if (first.size() < 2) {
            throw new DataException(
                    file + ": 1 column (expected at least 2, separated by commas: features and a label)");
        }
        int label = labelIndex(file, first, labelColumn == null ? "-1" : labelColumn);
        boolean header = false;
        for (int column = 0; column < first.size(); column++) {
            header |= column != label && isText(first.get(column));
        }
        if (!header && !isInteger(labelColumn)) {
            throw new DataException("label column: " + labelColumn + " (expected an index, because " + file
                    + " has no header)");
        }
        return new CsvColumns(List.copyOf(first), label, header);
    }

    int count() {
        return first.size();
    }

    /** A column's index, and its name if it has one. */
    String describe(int column) {
        return hasHeader ? column + " (" + first.get(column) + ")" : Integer.toString(column);
    }

    private static int labelIndex(Path file, List<String> first, String labelColumn) throws DataException {
        int columns = first.size();
        if (!isInteger(labelColumn)) {
            int index = first.indexOf(labelColumn);
            if (index < 0 || index != first.lastIndexOf(labelColumn)) {
                throw new DataException(
                        "label column: " + labelColumn + (index < 0 ? " (" : " occurs twice (")
                                + "expected a name in the header of " + file + ": "
                                + String.join(", ", first) + "; or an index " + -columns + ".."
                                + (columns - 1) + ")");
            }
            return index;
        }
        int index = Integer.parseInt(labelColumn);
        if (index < -columns || index >= columns) {
            throw new DataException(
                    "label column: " + index + " (expected " + -columns + ".." + (columns - 1) + ", because "
                            + file + " has " + columns + " columns)");
        }
        return index < 0 ? index + columns : index;
    }

    private static boolean isInteger(@Nullable String labelColumn) {
        return labelColumn == null || labelColumn.matches("-?[0-9]{1,9}");
    }

    /** A missing or infinite value is bad data, but no sign of a header. */
    private static boolean isText(String cell) {
        return !CsvCell.isNumber(cell) && !CsvCell.isMissing(cell) && !CsvCell.isNotFinite(cell);
    }
}
