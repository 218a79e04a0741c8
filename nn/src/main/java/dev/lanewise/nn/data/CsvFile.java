package dev.lanewise.nn.data;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table in a CSV file: columns of numbers, and one column of class labels, or target columns for regression. Plain or
 * gzip, UTF-8, quoted as in RFC 4180; empty lines are skipped. Columns are separated by commas, semicolons, tabs or pipes,
 * decimals by a point or a comma: see {@link CsvFormat}.
 *
 * <p>The first row is a header if any of its feature cells holds text, if a label or target column is asked for by name, or
 * if its numbers plainly count columns (0, 1, 2, ... above 5.1, 3.5, 1.4).
 *
 * <p>A label is text: the classes 1, 01 and 1.0 differ, and their names are those in the file. A feature or a target is a
 * finite number. Cells such as NA are missing as numbers, and names as labels; in quotes nothing is missing. Messages count
 * rows from 1, header and empty lines included, as a spreadsheet does, and columns from 0.
 *
 * <p>A column whose numbers would lose their differences as floats, such as times in milliseconds, is refused by name when
 * it is read for training.
 *
 * <p>A file for a model is read by what the model knows of its columns, a {@link Schema}: by name, whatever their order, if
 * the file has a header and the model knows names; other columns are ignored. If not, by position: the features alone, or
 * with the label or the targets where they stood in the training. A notice says so.
 */
public final class CsvFile {
    private final Path file;
    private final CsvFormat format;
    private final Consumer<String> notices;

    private CsvFile(Path file, CsvFormat format, Consumer<String> notices) {
        this.file = file;
        this.format = format;
        this.notices = notices;
    }

    /** A file whose format is recognised. Nothing is read yet. */
    public static CsvFile of(Path file) {
        return new CsvFile(file, CsvFormat.AUTO, _ -> {
            // Nobody wants to know.
        });
    }

    /** The same file in a known format. */
    public CsvFile format(CsvFormat value) {
        return new CsvFile(file, value, notices);
    }

    /** The same file, and somebody who is told in a line each what was recognised, ignored or taken by position. */
    public CsvFile notices(Consumer<String> value) {
        return new CsvFile(file, format, value);
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** What is known of its format. */
    public CsvFormat format() {
        return format;
    }

    /** Reads a file whose format is recognised: {@code of(file).read(labelColumn)}. */
    public static Dataset read(Path file, @Nullable String labelColumn) throws DataException {
        return of(file).read(labelColumn);
    }

    /** Reads a file whose format is recognised: {@code of(file).readTargets(targetColumns)}. */
    public static Dataset readTargets(Path file, List<String> targetColumns) throws DataException {
        return of(file).readTargets(targetColumns);
    }

    /**
     * Reads the file and finds the classes in it. They are sorted: numbers by value, then text by code unit.
     *
     * @param labelColumn the name of the label column, or its index from 0, or from the end as -1, -2, ...; null for
     *        the last column. What is a name in the header is no index
     * @throws DataException naming row and column, if the file is missing or unreadable, rows differ in length, a
     *         value is missing, no number or not finite, numbers lose their differences as floats, columns have the same
     *         name, or there is no such column or no row
     */
    public Dataset read(@Nullable String labelColumn) throws DataException {
        CsvLabels labels = new CsvLabels(List.of());
        CsvRows rows = CsvRows.read(this, head -> CsvColumns.ofLabel(head, labelColumn), labels, true);
        labels.tell(rows.columns.head());
        return Dataset
                .ofFloats(rows.name(), rows.columns.features().size(), rows.features(), labels.sortedArray(),
                        labels.sortedNames())
                .withSchema(rows.columns.schema(true));
    }

    /**
     * Reads the file for regression. The features are all other columns, in the file's order; the targets are in the order
     * in which they are asked for, with the names that the header gives them.
     *
     * @param targetColumns at least one, each as a label column in {@link #read(String)}
     * @throws DataException as in {@link #read(String)}, for a target as for any value, or if a column or a name
     *         occurs twice among the targets or no column is left for features
     */
    public Dataset readTargets(List<String> targetColumns) throws DataException {
        if (targetColumns.isEmpty()) {
            throw new IllegalArgumentException("targetColumns: none (expected >= 1)");
        }
        return regression(head -> CsvColumns.ofTargets(head, targetColumns), true);
    }

    /**
     * Reads the file for a classifier: labels are numbered in the order of {@code classNames}. A label that is none of them
     * but the same number as one (0.0 for 0) is that class, and a notice says so.
     *
     * @param features how many the model wants
     * @param schema what it knows of columns
     * @param classNames at least one; any other label in the file is refused
     * @param labelColumn as in {@link #read(String)}; null for the model's own, or the last if it knows none
     * @throws DataException as in {@link #read(String)}, for features that are not there by name, for another number of
     *         columns, or for an unknown class
     */
    public Dataset readFor(int features, Schema schema, List<String> classNames, @Nullable String labelColumn)
            throws DataException {
        if (classNames.isEmpty()) {
            throw new IllegalArgumentException("classNames: none (expected >= 1)");
        }
        CsvLabels labels = new CsvLabels(classNames);
        List<String> words = labelColumn == null ? List.of() : List.of(labelColumn);
        CsvRows rows = CsvRows.read(this,
                head -> new CsvModelColumns(head, features, schema, true, words, true).find(), labels, false);
        labels.tell(rows.columns.head());
        return Dataset.ofFloats(rows.name(), features, rows.features(), labels.toArray(), classNames)
                .withSchema(rows.columns.schema(true));
    }

    /**
     * Reads the file for a regression model.
     *
     * @param features how many the model wants
     * @param schema what it knows of columns
     * @param targetColumns as in {@link #readTargets(List)}; none for the model's own
     * @throws DataException as in {@link #readTargets(List)}, for features that are not there by name, or for another
     *         number of columns
     */
    public Dataset readTargetsFor(int features, Schema schema, List<String> targetColumns)
            throws DataException {
        return regression(
                head -> new CsvModelColumns(head, features, schema, false, targetColumns, true).find(),
                false);
    }

    /**
     * Reads the features alone, to predict classes from. What stands in the label column, if there is one, does not matter.
     *
     * @param features how many the model wants
     * @param schema what it knows of columns
     * @param classNames the model's classes. If it does not know where its label stood, the last of one column more than
     *        features is taken for it, unless that holds numbers which are no classes
     * @param labelColumn as in {@link #readFor}
     * @return (rows, features), row-major
     * @throws DataException as in {@link #readFor}
     */
    public float[] readFeaturesFor(int features, Schema schema, List<String> classNames,
            @Nullable String labelColumn)
            throws DataException {
        List<String> words = labelColumn == null ? List.of() : List.of(labelColumn);
        boolean[] guessed = {false};
        LabelGuess guess = new LabelGuess(classNames);
        return CsvRows.read(this, head -> {
            CsvModelColumns wanted = new CsvModelColumns(head, features, schema, true, words, false);
            CsvColumns found = wanted.find();
            guessed[0] = wanted.isGuess(found);
            return found;
        }, (rows, record) -> {
            if (guessed[0]) {
                guess.add(rows, record);
            }
        }, false).features();
    }

    /**
     * Reads the features alone, to predict targets from. What stands in the target columns does not matter.
     *
     * @param features how many the model wants
     * @param schema what it knows of columns
     * @param targetColumns as in {@link #readTargetsFor}
     * @return (rows, features), row-major
     * @throws DataException as in {@link #readTargetsFor}
     */
    public float[] readFeaturesBeside(int features, Schema schema, List<String> targetColumns)
            throws DataException {
        return CsvRows.read(this,
                head -> new CsvModelColumns(head, features, schema, false, targetColumns, false).find(),
                (_, _) -> {
                    // What stands in the other columns does not matter.
                }, false).features();
    }

    private Dataset regression(CsvRows.Columns columns, boolean training) throws DataException {
        FloatList targets = new FloatList(file);
        CsvRows rows = CsvRows.read(this, columns, (all, record) -> {
            for (int column : all.columns.answers()) {
                targets.add(all.number(record, column));
            }
        }, training);
        return Dataset
                .ofTargets(rows.name(), rows.columns.features().size(), rows.features(),
                        rows.columns.answers().size(), targets.toArray())
                .withSchema(rows.columns.schema(false));
    }

    /** The beginning of the file; tells what was recognised. */
    CsvHead head(CsvSniffer sniffer, CsvDialect dialect, CsvRecord first) {
        CsvSample sample = sniffer.sample(dialect.separator());
        int width = first.size() - Math.min(sample.emptyColumns(), first.size() - 1);
        List<CsvRecord> records = sample.records();
        CsvHead head = new CsvHead(file, first,
                records.isEmpty() ? records : records.subList(1, records.size()), width,
                new CsvCells(dialect.decimal(), format.missing()), format.header(),
                width == 1 && sniffer.isSeparatedByBlanks(), notices);
        boolean recognised = (format.separator() == null && dialect.separator() != ',')
                || (format.decimal() == null && dialect.decimal() != '.');
        if (recognised) {
            head.say("recognised " + dialect);
        }
        if (width < first.size()) {
            head.say("the last " + (first.size() - width) + " columns are empty and ignored");
        }
        return head;
    }
}
