package dev.lanewise.nn.data;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file.
 *
 * @param first the cells of the first row, the names of the columns if it is a header
 * @param label the index of the label column, {@link #NO_LABEL} if all columns are features
 * @param hasHeader whether the first row is a header
 */
record CsvColumns(List<String> first, int label, boolean hasHeader) {
    static final int NO_LABEL = -1;

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
        return new CsvColumns(List.copyOf(first), label, !byIndex || isHeader(first, label));
    }

    /** The columns of a file of so many features, with a label column or without. */
    static CsvColumns ofFeatures(Path file, List<String> first, int features, @Nullable String labelColumn)
            throws DataException {
        if (first.size() == features && labelColumn == null) {
            return new CsvColumns(List.copyOf(first), NO_LABEL, isHeader(first, NO_LABEL));
        }
        if (first.size() != features + 1) {
            throw new DataException(file + ": " + first.size() + " columns (expected " + features
                    + " features, or " + (features + 1) + " columns with a label)");
        }
        return of(file, first, labelColumn);
    }

    int count() {
        return first.size();
    }

    int features() {
        return label == NO_LABEL ? first.size() : first.size() - 1;
    }

    private static boolean isHeader(List<String> first, int label) {
        boolean header = false;
        for (int column = 0; column < first.size(); column++) {
            header |= column != label && isText(first.get(column));
        }
        return header;
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
