package dev.lanewise.nn.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the columns that a model wants: by name if the file has a header and the model knows names, else by position.
 *
 * @param head the beginning of the file
 * @param features how many the model wants
 * @param schema what it knows of columns
 * @param classes whether it is a classifier
 * @param words the user's words for the label column or the target columns, none to leave that to the model
 * @param answersWanted whether labels or targets are read, too
 */
record CsvModelColumns(CsvHead head, int features, Schema schema, boolean classes, List<String> words,
        boolean answersWanted) {

    CsvColumns find() throws DataException {
        boolean hasHeader = hasHeader();
        return hasHeader && !schema.featureNames().isEmpty() ? byName() : byPosition(hasHeader);
    }

    private String kind() {
        return classes ? "label" : "target";
    }

    private boolean hasHeader() throws DataException {
        List<String> known = schema.featureNames();
        boolean allNamed = head.header() == CsvFormat.Header.AUTO
                && ((!known.isEmpty() && head.names().containsAll(known)) || (!schema.targetNames().isEmpty()
                        && head.names().containsAll(schema.targetNames())));
        if (allNamed || !words.isEmpty() || head.header() != CsvFormat.Header.AUTO) {
            return allNamed || head.hasHeader(kind(), words);
        }
        return head.isGuessedHeader(
                head.width() == features
                        ? List.of()
                        : head.width() == features + answers() ? places() : List.of());
    }

    /** How many label or target columns stand beside the features in a file like that of the training. */
    private int answers() {
        return classes ? 1 : Math.max(schema.answerColumns().size(), schema.targetNames().size());
    }

    /** Where they stood in the training; the last columns if that is not known. */
    private List<Integer> places() {
        return schema.answerColumns().isEmpty()
                ? IntStream.range(features, features + answers()).boxed().toList()
                : schema.answerColumns().stream().filter(column -> column < head.width()).toList();
    }

    private CsvColumns byName() throws DataException {
        List<String> missing = schema.featureNames()
                .stream()
                .filter(name -> !head.names().contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new DataException(head.file() + ": no column" + (missing.size() == 1 ? " " : "s ")
                    + Names.list(missing)
                    + " (expected all features of the model, whatever their order; "
                    + "the first row is " + Names.list(head.names()) + ")");
        }
        List<Integer> found = new ArrayList<>();
        for (String name : schema.featureNames()) {
            found.add(head.named("feature", name));
        }
        List<Integer> answers = namedAnswers();
        for (int i = 0; i < answers.size(); i++) {
            if (found.contains(answers.get(i))) {
                throw new DataException(kind() + " column: " + head.names().get(answers.get(i))
                        + " (expected another, because it is a feature of the model)");
            }
        }
        tellIgnored(found, answers);
        return new CsvColumns(head, true, found, answers);
    }

    private List<Integer> namedAnswers() throws DataException {
        if (!words.isEmpty()) {
            return head.columns(kind(), words, true);
        }
        List<Integer> answers = new ArrayList<>();
        for (String name : schema.answerNames()) {
            if (answersWanted || head.names().contains(name)) {
                answers.add(answersWanted ? head.named(kind(), name) : head.names().indexOf(name));
            }
        }
        if (answersWanted && answers.isEmpty()) {
            throw new DataException(
                    kind() + " column: none (expected a name, because the model knows none; the first "
                            + "row of " + head.file() + " is " + Names.list(head.names()) + ")");
        }
        return answers;
    }

    private void tellIgnored(List<Integer> found, List<Integer> answers) {
        List<String> ignored = IntStream.range(0, head.width())
                .filter(column -> !found.contains(column) && !answers.contains(column))
                .mapToObj(head.names()::get)
                .filter(name -> !schema.answerNames().contains(name))
                .toList();
        if (!ignored.isEmpty()) {
            head.say("columns that the model does not know are ignored: " + Names.list(ignored));
        }
    }

    private CsvColumns byPosition(boolean hasHeader) throws DataException {
        List<Integer> answers = placedAnswers(hasHeader);
        int[] others = head.others(answers);
        if (others.length != features) {
            throw count(answers.size());
        }
        CsvColumns columns = CsvColumns.of(head, hasHeader, others, answers);
        head.say((hasHeader ? "the model does not know the names of its columns" : "no header")
                + ", so columns are taken by position: features "
                + Names.list(columns.features().stream().map(columns::describe).toList())
                + (answers.isEmpty()
                        ? ""
                        : "; " + kind() + " "
                                + Names.list(answers.stream().map(columns::describe).toList())));
        return columns;
    }

    private List<Integer> placedAnswers(boolean hasHeader) throws DataException {
        if (!words.isEmpty()) {
            return head.columns(kind(), words, hasHeader);
        }
        if (hasHeader && schema.answerNames().stream().anyMatch(head.names()::contains)) {
            return namedAnswers();
        }
        if (hasHeader && answersWanted && !schema.targetNames().isEmpty()) {
            return namedAnswers();
        }
        if (head.width() == features && !answersWanted) {
            return List.of();
        }
        if (head.width() != features + answers()) {
            throw count(0);
        }
        return places();
    }

    private DataException count(int answers) {
        String found = answers == 0
                ? head.width() + " columns"
                : head.width() - answers + " feature columns beside " + answers + " " + kind() + " columns";
        String both = features + answers() + " columns with " + (classes ? "a label" : "targets");
        String expected = answersWanted
                ? both
                : features + " features" + (answers() == 0 ? "" : ", or " + both);
        return new DataException(head.file() + ": " + found + " (expected " + expected + ")");
    }

    /** Whether it is only a guess that the last column is the label. */
    boolean isGuess(CsvColumns columns) {
        return classes && words.isEmpty() && schema.answerColumns().isEmpty() && schema.labelName() == null
                && !columns.answers().isEmpty();
    }
}
