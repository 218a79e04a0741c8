package dev.lanewise.nn.data;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads tables for classification from CSV files: numbers, separated by commas, and one column of class labels. Plain
 * or gzip, UTF-8, quoted as in RFC 4180; empty lines are skipped.
 *
 * <p>The first row is a header if any of its feature cells holds text, or if the label column is asked for by name. A
 * label may be text or a number (1 and 1.0 are the same class). Messages count rows from 1, header and empty lines
 * included, as a spreadsheet does, and columns from 0.
 */
public final class CsvFile {
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Path file;
    private final CsvColumns columns;
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final boolean classesAreGiven;
    private float[] values = new float[1024];
    private int[] labels = new int[256];
    private int rows;

    private CsvFile(Path file, CsvColumns columns, List<String> classNames) {
        this.file = file;
        this.columns = columns;
        this.classesAreGiven = !classNames.isEmpty();
        classNames.forEach(className -> classes.put(CsvCell.className(className), classes.size()));
    }

    /**
     * Reads a file and finds the classes in it. They are sorted: numbers by value, then text by code unit.
     *
     * @param file a CSV file
     * @param labelColumn the name of the label column, or its index from 0, or from the end as -1, -2, ...; null for
     *        the last column. An integer is always an index, any other text a name in the first row
     * @throws DataException naming row and column, if the file is missing or unreadable, rows differ in length, a
     *         value is missing, no number or not finite, or there is no such column or no row
     */
    public static Dataset read(Path file, @Nullable String labelColumn) throws DataException {
        return parse(file, labelColumn, List.of());
    }

    /**
     * Reads a file for a model whose classes are known: labels are numbered in the order of {@code classNames}.
     *
     * @param file a CSV file
     * @param labelColumn as in {@link #read(Path, String)}
     * @param classNames at least one; any other label in the file is refused
     * @throws DataException as in {@link #read(Path, String)}, or for an unknown class
     */
    public static Dataset read(Path file, @Nullable String labelColumn, List<String> classNames)
            throws DataException {
        if (classNames.isEmpty()) {
            throw new IllegalArgumentException("classNames: none (expected >= 1)");
        }
        return parse(file, labelColumn, classNames);
    }

    /**
     * Reads the features alone, to predict from. A file with just so many columns and no {@code labelColumn} has no
     * label; one with a column more has, and what stands in the label column does not matter.
     *
     * @param file a CSV file
     * @param features columns that are features, at least 1
     * @param labelColumn as in {@link #read(Path, String)}
     * @return (rows, features), row-major
     * @throws DataException as in {@link #read(Path, String)}, or for another number of columns
     */
    public static float[] readFeatures(Path file, int features, @Nullable String labelColumn)
            throws DataException {
        CsvFile table = fill(file, first -> CsvColumns.ofFeatures(file, first, features, labelColumn),
                List.of(), false);
        return Arrays.copyOf(table.values, table.rows * features);
    }

    private static Dataset parse(Path file, @Nullable String labelColumn, List<String> classNames)
            throws DataException {
        CsvFile table = fill(file, first -> CsvColumns.of(file, first, labelColumn), classNames, true);
        return classNames.isEmpty() ? table.sorted() : table.toDataset(classNames);
    }

    /** Understands the first row. */
    private interface Columns {
        CsvColumns of(List<String> first) throws DataException;
    }

    private static CsvFile fill(Path file, Columns columns, List<String> classNames, boolean labelsMatter)
            throws DataException {
        try (InputStreamReader in = new InputStreamReader(InputFile.open(file),
                StandardCharsets.UTF_8.newDecoder())) {
            CsvParser parser = new CsvParser(in, file.toString());
            List<String> record = parser.read();
            if (record.isEmpty()) {
                throw new DataException(file + ": no rows (expected at least one)");
            }
            CsvFile table = new CsvFile(file, columns.of(record), classNames);
            if (table.columns.hasHeader()) {
                record = parser.read();
            }
            for (; !record.isEmpty(); record = parser.read()) {
                table.add(record, parser.row(), labelsMatter);
            }
            if (table.rows == 0) {
                throw new DataException(file + ": a header and no rows (expected at least one)");
            }
            return table;
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    private void add(List<String> record, int row, boolean labelsMatter) throws DataException {
        int features = columns.features();
        if (record.size() != columns.count()) {
            throw new DataException(
                    file + ": row " + row + ": " + record.size() + " columns (expected " + columns.count()
                            + ", as in the first row)");
        }
        makeRoom(features);
        int next = rows * features;
        for (int column = 0; column < record.size(); column++) {
            if (column != columns.label()) {
                values[next++] = number(record.get(column), row, column);
            }
        }
        labels[rows++] = labelsMatter ? label(record.get(columns.label()), row) : 0;
    }

    /** For one more row. */
    private void makeRoom(int features) throws DataException {
        if (rows == labels.length) {
            labels = Arrays.copyOf(labels, 2 * rows);
        }
        long needed = (rows + 1L) * features;
        if (needed > LARGEST_ARRAY) {
            throw new DataException(file + ": too many values (expected at most " + LARGEST_ARRAY + ")");
        }
        if (needed > values.length) {
            values = Arrays.copyOf(values, (int) Math.clamp(2L * values.length, needed, LARGEST_ARRAY));
        }
    }

    private float number(String cell, int row, int column) throws DataException {
        refuseAbsent(cell, row, column);
        if (!CsvCell.isNumber(cell)) {
            throw new DataException(at(row, column) + ": \"" + cell + "\" (expected a number)");
        }
        float value = Float.parseFloat(cell);
        if (!Float.isFinite(value)) {
            throw new DataException(at(row, column) + ": " + cell + " (expected a number of at most "
                    + Float.MAX_VALUE + ")");
        }
        return value;
    }

    private int label(String cell, int row) throws DataException {
        refuseAbsent(cell, row, columns.label());
        String className = CsvCell.className(cell);
        Integer known = classes.get(className);
        if (known != null) {
            return known;
        }
        if (classesAreGiven) {
            throw new DataException(
                    at(row, columns.label()) + ": unknown class \"" + cell + "\" (expected one of "
                            + String.join(", ", classes.keySet()) + ")");
        }
        classes.put(className, classes.size());
        return classes.size() - 1;
    }

    private void refuseAbsent(String cell, int row, int column) throws DataException {
        if (CsvCell.isMissing(cell)) {
            throw new DataException(
                    at(row, column) + ": missing value" + (cell.isEmpty() ? "" : " \"" + cell + "\""));
        }
        if (CsvCell.isNotFinite(cell)) {
            throw new DataException(at(row, column) + ": " + cell + " (expected a finite number)");
        }
    }

    private String at(int row, int column) {
        return file + ": row " + row + ", column " + columns.describe(column);
    }

    /** With the classes, found in the order of the rows, in sorted order instead. */
    private Dataset sorted() {
        List<Map.Entry<String, Integer>> sorted = classes.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey(CsvCell::compareClassNames))
                .toList();
        int[] sortedLabel = new int[sorted.size()];
        for (int i = 0; i < sortedLabel.length; i++) {
            sortedLabel[sorted.get(i).getValue()] = i;
        }
        for (int row = 0; row < rows; row++) {
            labels[row] = sortedLabel[labels[row]];
        }
        return toDataset(sorted.stream().map(Map.Entry::getKey).toList());
    }

    private Dataset toDataset(List<String> classNames) {
        int features = columns.features();
        String name = String.valueOf(file.getFileName()).replaceFirst("(?i)(\\.csv)?(\\.gz)?$", "");
        return Dataset.ofFloats(name, features, Arrays.copyOf(values, rows * features),
                Arrays.copyOf(labels, rows), classNames);
    }
}
