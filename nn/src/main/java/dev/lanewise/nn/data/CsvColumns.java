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
        String chosen = labelColumn == null ? "-1" : labelColumn;
        boolean byIndex = chosen.matches("-?[0-9]{1,9}");
        int label = byIndex
                ? indexed(file, first.size(), Integer.parseInt(chosen))
                : named(file, first, chosen);
        boolean header = !byIndex;
        for (int column = 0; column < first.size(); column++) {
            header |= column != label && isText(first.get(column));
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

    private static int indexed(Path file, int columns, int index) throws DataException {
        if (index < -columns || index >= columns) {
            throw new DataException(
                    "label column: " + index + " (expected " + -columns + ".." + (columns - 1) + ", because "
                            + file + " has " + columns + " columns)");
        }
        return index < 0 ? index + columns : index;
    }

    private static int named(Path file, List<String> first, String name) throws DataException {
        int index = first.indexOf(name);
        if (index < 0 || index != first.lastIndexOf(name)) {
            String problem = index < 0 ? " (" : " occurs twice (";
            throw new DataException(
                    "label column: " + name + problem + "expected a name in the first row of " + file + ": "
                            + String.join(", ", first) + "; or an index " + -first.size() + ".."
                            + (first.size() - 1) + ")");
        }
        return index;
    }

    /** A missing or infinite value is bad data, but no sign of a header. */
    private static boolean isText(String cell) {
        return !CsvCell.isNumber(cell) && !CsvCell.isMissing(cell) && !CsvCell.isNotFinite(cell);
    }
}
