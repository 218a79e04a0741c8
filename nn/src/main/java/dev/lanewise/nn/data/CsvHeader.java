package dev.lanewise.nn.data;

import java.nio.file.Path;
import java.util.List;

/**
 * Finds columns by the first row of a file.
 *
 * @param kind of column that is looked for: label or target
 * @param file for messages
 * @param first the cells of the first row
 */
record CsvHeader(String kind, Path file, List<String> first) {

    /** Whether a user's word for a column is an index from 0 or from the end; any other word is a name. */
    static boolean isIndex(String word) {
        return word.matches("-?[0-9]{1,9}");
    }

    /** The column that a user's word means. */
    int column(String word) throws DataException {
        return isIndex(word) ? indexed(Integer.parseInt(word)) : named(word);
    }

    private int indexed(int index) throws DataException {
        int columns = first.size();
        if (index < -columns || index >= columns) {
            throw new DataException(
                    kind + " column: " + index + " (expected " + -columns + ".." + (columns - 1)
                            + ", because " + file + " has " + columns + " columns)");
        }
        return index < 0 ? index + columns : index;
    }

    /** The only column of that name. */
    int named(String name) throws DataException {
        int index = first.indexOf(name);
        if (index < 0 || index != first.lastIndexOf(name)) {
            String problem = index < 0 ? " (" : " occurs twice (";
            throw new DataException(
                    kind + " column: " + name + problem + "expected a name in the first row of " + file + ": "
                            + String.join(", ", first) + "; or an index " + -first.size() + ".."
                            + (first.size() - 1) + ")");
        }
        return index;
    }

    /** Refuses a file without room for a feature and what is looked for. */
    void requireTwoColumns() throws DataException {
        if (first.size() < 2) {
            throw new DataException(
                    file + ": 1 column (expected at least 2, separated by commas: features and a "
                            + kind + ")");
        }
    }
}
