package dev.lanewise.nn.data;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads tables from CSV files: numbers, separated by commas, and one column of class labels, or target columns for
 * regression. Plain or gzip, UTF-8, quoted as in RFC 4180; empty lines are skipped.
 *
 * <p>The first row is a header if any of its feature cells holds text, or if a label or target column is asked for by
 * name. A label may be text or a number (1 and 1.0 are the same class); a target is a number. Messages count rows from 1,
 * header and empty lines included, as a spreadsheet does, and columns from 0.
 */
public final class CsvFile {
    private CsvFile() {
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
        CsvLabels labels = new CsvLabels(List.of());
        CsvRows rows = CsvRows.read(file, first -> CsvColumns.ofLabel(file, first, labelColumn), labels);
        return Dataset.ofFloats(rows.name(), rows.columns.features(), rows.features(), labels.sortedArray(),
                labels.sortedNames());
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
        requireSome("classNames", classNames);
        CsvLabels labels = new CsvLabels(classNames);
        CsvRows rows = CsvRows.read(file, first -> CsvColumns.ofLabel(file, first, labelColumn), labels);
        return Dataset.ofFloats(rows.name(), rows.columns.features(), rows.features(), labels.toArray(),
                classNames);
    }

    /**
     * Reads a file for regression. The features are all other columns, in the file's order; the targets are in the order
     * in which they are asked for, with the names that the header gives them.
     *
     * @param file a CSV file
     * @param targetColumns at least one, each as a label column in {@link #read(Path, String)}
     * @throws DataException as in {@link #read(Path, String)}, for a target as for any value, or if a column or a name
     *         occurs twice among the targets or no column is left for features
     */
    public static Dataset readTargets(Path file, List<String> targetColumns) throws DataException {
        requireSome("targetColumns", targetColumns);
        return regression(file, first -> CsvColumns.ofTargets(file, first, targetColumns));
    }

    /**
     * Reads a file for a regression model that knows the names of its targets: the first row is a header with these names.
     *
     * @param file a CSV file
     * @param targetNames at least one, distinct; an integer is a name here
     * @throws DataException as in {@link #readTargets}
     */
    public static Dataset readNamedTargets(Path file, List<String> targetNames) throws DataException {
        requireSome("targetNames", targetNames);
        return regression(file, first -> CsvColumns.ofNamedTargets(file, first, targetNames));
    }

    private static Dataset regression(Path file, CsvRows.Columns columns) throws DataException {
        FloatList targets = new FloatList(file);
        CsvRows rows = CsvRows.read(file, columns, (all, record, row) -> {
            for (int column : all.columns.answers()) {
                targets.add(all.number(record, row, column));
            }
        });
        return Dataset
                .ofTargets(rows.name(), rows.columns.features(), rows.features(),
                        rows.columns.answers().size(), targets.toArray())
                .withTargetNames(rows.columns.answerNames());
    }

    /**
     * Reads the features alone, to predict classes from. A file with just so many columns and no {@code labelColumn} has
     * no label; one with a column more has, and what stands in the label column does not matter.
     *
     * @param file a CSV file
     * @param features columns that are features, at least 1
     * @param labelColumn as in {@link #read(Path, String)}
     * @return (rows, features), row-major
     * @throws DataException as in {@link #read(Path, String)}, or for another number of columns
     */
    public static float[] readFeatures(Path file, int features, @Nullable String labelColumn)
            throws DataException {
        return features(file, first -> CsvColumns.ofFeatures(file, first, features, labelColumn));
    }

    /**
     * Reads the features alone, to predict targets from. What stands in the target columns does not matter.
     *
     * @param file a CSV file
     * @param features columns that are features, at least 1
     * @param targetColumns as in {@link #readTargets}
     * @return (rows, features), row-major
     * @throws DataException as in {@link #readTargets}, or for another number of columns
     */
    public static float[] readFeaturesBeside(Path file, int features, List<String> targetColumns)
            throws DataException {
        requireSome("targetColumns", targetColumns);
        return features(file,
                first -> CsvColumns.ofTargets(file, first, targetColumns).require(file, features));
    }

    /**
     * The same for a model that knows the names of its targets: a column is a target if the first row gives it such a
     * name, and all others are features.
     *
     * @param file a CSV file
     * @param features columns that are features, at least 1
     * @param targetNames any number, none if all columns are features; an integer is a name here
     * @return (rows, features), row-major
     * @throws DataException as in {@link #readTargets}, or for another number of columns
     */
    public static float[] readFeaturesBesideNamed(Path file, int features, List<String> targetNames)
            throws DataException {
        return features(file,
                first -> CsvColumns.ofFeaturesAndAny(file, first, targetNames).require(file, features));
    }

    private static float[] features(Path file, CsvRows.Columns columns) throws DataException {
        return CsvRows.read(file, columns, (_, _, _) -> {
            // What stands in the other columns does not matter.
        }).features();
    }

    private static void requireSome(String name, List<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + ": none (expected >= 1)");
        }
    }
}
