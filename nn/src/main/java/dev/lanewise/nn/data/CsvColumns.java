package dev.lanewise.nn.data;

import dev.lanewise.nn.text.Excerpt;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a CSV file are read.
 *
 * @param head the beginning of the file
 * @param hasHeader whether its first row is a header
 * @param features the indices of the features in the order in which they are wanted
 * @param answers the indices of the label column, or of the target columns in the order in which they are wanted
 */
record CsvColumns(CsvHead head, boolean hasHeader, List<Integer> features, List<Integer> answers) {

    static CsvColumns of(CsvHead head, boolean hasHeader, int[] features, List<Integer> answers) {
        return new CsvColumns(head, hasHeader, Arrays.stream(features).boxed().toList(),
                List.copyOf(answers));
    }

    /** The columns for training on classes: all but the label column, by default the last, are features. */
    static CsvColumns ofLabel(CsvHead head, @Nullable String labelColumn) throws DataException {
        head.requireTwoColumns("label");
        if (labelColumn != null) {
            return ofAnswers(head, "label", List.of(labelColumn));
        }
        List<Integer> last = List.of(head.width() - 1);
        boolean hasHeader = head.header() == CsvFormat.Header.YES
                || (head.header() == CsvFormat.Header.AUTO && head.isGuessedHeader(last));
        return of(head, hasHeader, head.others(last), last).requireDistinctNames();
    }

    /** The columns for training on targets: all others are features. */
    static CsvColumns ofTargets(CsvHead head, List<String> targetColumns) throws DataException {
        head.requireTwoColumns("target");
        return ofAnswers(head, "target", targetColumns);
    }

    private static CsvColumns ofAnswers(CsvHead head, String kind, List<String> words) throws DataException {
        boolean hasHeader = head.hasHeader(kind, words);
        List<Integer> answers = head.columns(kind, words, hasHeader);
        requireDistinct(head, hasHeader, answers, kind, words);
        if (head.others(answers).length == 0) {
            throw new DataException(kind + " columns: " + String.join(", ", words)
                    + " (expected fewer, because they are all columns of " + head.file()
                    + " and one is a feature at least)");
        }
        return of(head, hasHeader, head.others(answers), answers).requireDistinctNames();
    }

    /** Refuses a column that was asked for twice, and columns that the header gives the same name. */
    private static void requireDistinct(CsvHead head, boolean hasHeader, List<Integer> answers, String kind,
            List<String> words) throws DataException {
        for (int i = 0; i < answers.size(); i++) {
            int answer = answers.get(i);
            int first = IntStream.range(0, i)
                    .filter(j -> answers.get(j).intValue() == answer || (hasHeader
                            && head.names().get(answers.get(j)).equals(head.names().get(answer))))
                    .findFirst()
                    .orElse(i);
            if (first != i) {
                CsvColumns columns = of(head, hasHeader, new int[0], answers);
                throw new DataException(kind + " columns: " + words.get(first) + " and " + words.get(i)
                        + " are columns " + columns.describe(answers.get(first)) + " and "
                        + columns.describe(answer) + " (expected columns and names that differ)");
            }
        }
    }

    private CsvColumns requireDistinctNames() throws DataException {
        List<String> names = hasHeader ? head.names() : List.of();
        List<String> twice = IntStream.range(0, names.size())
                .filter(column -> names.indexOf(names.get(column)) != names.lastIndexOf(names.get(column)))
                .mapToObj(this::describe)
                .toList();
        if (!twice.isEmpty()) {
            throw new DataException(head.file() + ": columns with the same name: " + Names.list(twice)
                    + " (expected names that differ, because a model finds columns by their names)");
        }
        return this;
    }

    /** What is known of the columns; {@code classes} if the answer is a label. */
    Schema schema(boolean classes) {
        List<String> names = hasHeader ? answers.stream().map(head.names()::get).toList() : List.of();
        String label = classes && !names.isEmpty() ? names.getFirst() : null;
        return new Schema(hasHeader ? features.stream().map(head.names()::get).toList() : List.of(), label,
                classes ? List.of() : names, answers);
    }

    /** A column's index, and its name if it has one. */
    String describe(int column) {
        return hasHeader
                ? column + " (" + Excerpt.of(head.names().get(column)) + ")"
                : Integer.toString(column);
    }
}
