package dev.lanewise.nn.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file.
 *
 * @param first the cells of the first row, the names of the columns if it is a header
 * @param answers the indices of the columns that are no features: the label column, or the target columns in the order in
 *        which they were asked for; none if all columns are features
 * @param hasHeader whether the first row is a header
 */
record CsvColumns(List<String> first, List<Integer> answers, boolean hasHeader) {

    /** What the first row of {@code file} and the user's choice of a label column say. */
    static CsvColumns ofLabel(Path file, List<String> first, @Nullable String labelColumn)
            throws DataException {
        return chosen(new CsvHeader("label", file, first), List.of(labelColumn == null ? "-1" : labelColumn));
    }

    /** What the first row of {@code file} and the user's choice of target columns say. */
    static CsvColumns ofTargets(Path file, List<String> first, List<String> targetColumns)
            throws DataException {
        CsvColumns columns = chosen(new CsvHeader("target", file, first), targetColumns);
        columns.requireDistinct(targetColumns);
        columns.requireFeature(file, targetColumns);
        return columns;
    }

    /** The columns of a file whose first row names the targets. */
    static CsvColumns ofNamedTargets(Path file, List<String> first, List<String> targetNames)
            throws DataException {
        CsvHeader header = new CsvHeader("target", file, first);
        header.requireTwoColumns();
        List<Integer> answers = new ArrayList<>();
        for (String name : targetNames) {
            answers.add(header.named(name));
        }
        CsvColumns columns = new CsvColumns(List.copyOf(first), answers, true);
        columns.requireFeature(file, targetNames);
        return columns;
    }

    private static CsvColumns chosen(CsvHeader header, List<String> words) throws DataException {
        header.requireTwoColumns();
        List<Integer> answers = new ArrayList<>();
        for (String word : words) {
            answers.add(header.column(word));
        }
        boolean hasHeader = !words.stream().allMatch(CsvHeader::isIndex)
                || isHeader(header.first(), answers);
        return new CsvColumns(List.copyOf(header.first()), answers, hasHeader);
    }

    /** Refuses a column that was asked for twice, and columns that the header gives the same name. */
    private void requireDistinct(List<String> words) throws DataException {
        List<String> names = answerNames();
        for (int i = 0; i < answers.size(); i++) {
            int first = answers.indexOf(answers.get(i));
            first = first == i && hasHeader ? names.indexOf(names.get(i)) : first;
            if (first != i) {
                throw new DataException("target columns: " + words.get(first) + " and " + words.get(i)
                        + " are columns " + describe(answers.get(first)) + " and " + describe(answers.get(i))
                        + " (expected columns and names that differ)");
            }
        }
    }

    private void requireFeature(Path file, List<String> targets) throws DataException {
        if (features() == 0) {
            throw new DataException("target columns: " + String.join(", ", targets)
                    + " (expected fewer, because they are all columns of " + file
                    + " and one is a feature at least)");
        }
    }

    /** The columns of a file of so many features, with a label column or without. */
    static CsvColumns ofFeatures(Path file, List<String> first, int features, @Nullable String labelColumn)
            throws DataException {
        if (first.size() == features && labelColumn == null) {
            return allFeatures(first);
        }
        if (first.size() != features + 1) {
            throw new DataException(file + ": " + first.size() + " columns (expected " + features
                    + " features, or " + (features + 1) + " columns with a label)");
        }
        return ofLabel(file, first, labelColumn);
    }

    /** The columns of a file of features and of those targets whose names stand in the first row. */
    static CsvColumns ofFeaturesAndAny(Path file, List<String> first, List<String> targetNames)
            throws DataException {
        List<String> present = targetNames.stream().filter(first::contains).toList();
        return present.isEmpty() ? allFeatures(first) : ofNamedTargets(file, first, present);
    }

    private static CsvColumns allFeatures(List<String> first) {
        return new CsvColumns(List.copyOf(first), List.of(), isHeader(first, List.of()));
    }

    /** Refuses another number of features. */
    CsvColumns require(Path file, int features) throws DataException {
        if (features() != features) {
            throw new DataException(file + ": " + features() + " feature columns beside " + answers.size()
                    + " target columns (expected " + features + " feature columns)");
        }
        return this;
    }

    int count() {
        return first.size();
    }

    int features() {
        return first.size() - answers.size();
    }

    /** The indices of the features, ascending. */
    int[] featureColumns() {
        return IntStream.range(0, count()).filter(column -> !answers.contains(column)).toArray();
    }

    /** The names of the columns that are no features; empty without a header. */
    List<String> answerNames() {
        return hasHeader ? answers.stream().map(first::get).toList() : List.of();
    }

    private static boolean isHeader(List<String> first, List<Integer> answers) {
        boolean header = false;
        for (int column = 0; column < first.size(); column++) {
            header |= !answers.contains(column) && isText(first.get(column));
        }
        return header;
    }

    /** A column's index, and its name if it has one. */
    String describe(int column) {
        return hasHeader ? column + " (" + first.get(column) + ")" : Integer.toString(column);
    }

    /** A missing or infinite value is bad data, but no sign of a header. */
    private static boolean isText(String cell) {
        return !CsvCell.isNumber(cell) && !CsvCell.isMissing(cell) && !CsvCell.isNotFinite(cell);
    }
}
