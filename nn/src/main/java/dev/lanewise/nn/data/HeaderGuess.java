package dev.lanewise.nn.data;

import java.util.List;

/**
 * Whether the first row of a CSV file is a header, by its cells and those below.
 *
 * <p>It is if a feature's cell in it is text. It also is if the features' cells count up by one (0, 1, 2 or 2019, 2020,
 * 2021), and no number below looks like that: ten of them at least, or all numbers below have a fraction and the label
 * above is not among the labels, or the label above is text that is not below, where every label occurs twice or more.
 */
final class HeaderGuess {
    private static final int PLAIN = 10;

    private final CsvHead head;
    private final List<Integer> answers;
    private final int[] features;

    /** @param answers the columns that are no features */
    HeaderGuess(CsvHead head, List<Integer> answers) {
        this.head = head;
        this.answers = answers;
        this.features = head.others(answers);
    }

    boolean isHeader() {
        for (int column : features) {
            if (head.cells().isText(head.first(), column)) {
                return true;
            }
        }
        return isCount();
    }

    private boolean isCount() {
        if (features.length == 0 || head.below().isEmpty() || !countsUp()) {
            return false;
        }
        if (features.length >= PLAIN) {
            return true;
        }
        boolean enough = features.length > 1 || isLabelText();
        return enough && ((hasFractionsBelow() && (isLabelInSequence() || !isLabelBelow()))
                || (startsAtZero() && isLabelText() && !isLabelBelow() && labelsBelowRecur()));
    }

    /** Whether each feature's cell is one more than the one before, with or without a step for the columns between. */
    private boolean countsUp() {
        for (int column : features) {
            if (!CsvNumber.isPlainInteger(head.first().cell(column))) {
                return false;
            }
        }
        boolean byFeature = true;
        boolean byColumn = true;
        for (int j = 1; j < features.length; j++) {
            int step = number(features[j]) - number(features[0]);
            byFeature &= step == j;
            byColumn &= step == features[j] - features[0];
        }
        return byFeature || byColumn;
    }

    private int number(int column) {
        return Integer.parseInt(head.first().cell(column));
    }

    private boolean startsAtZero() {
        return number(features[0]) == features[0] && features.length > 1;
    }

    private boolean hasFractionsBelow() {
        String marks = head.cells().decimal() + "eE";
        for (CsvRecord record : head.below()) {
            for (int column : features) {
                boolean there = column < record.size() && !head.cells().isMissing(record, column);
                if (there && record.cell(column).chars().noneMatch(c -> marks.indexOf(c) >= 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isLabelText() {
        return answers.size() == 1 && head.cells().isText(head.first(), answers.getFirst());
    }

    /** Whether the numbers go on in the columns of labels and targets. */
    private boolean isLabelInSequence() {
        return !answers.isEmpty() && answers.stream()
                .allMatch(column -> CsvNumber.isPlainInteger(head.first().cell(column))
                        && number(column) - number(features[0]) == column - features[0]);
    }

    private boolean isLabelBelow() {
        return answers.stream().anyMatch(column -> occurrences(column, head.first().cell(column)) > 0);
    }

    private boolean labelsBelowRecur() {
        int column = answers.getFirst();
        return head.below()
                .stream()
                .allMatch(record -> column < record.size() && occurrences(column, record.cell(column)) > 1);
    }

    private long occurrences(int column, String text) {
        return head.below()
                .stream()
                .filter(record -> column < record.size() && record.cell(column).equals(text))
                .count();
    }
}
