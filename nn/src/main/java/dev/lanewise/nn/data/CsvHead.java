package dev.lanewise.nn.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The beginning of a CSV file, by which its columns are found.
 *
 * @param file for messages
 * @param first the first row
 * @param below some of the rows that follow
 * @param width the number of columns, without empty and nameless ones at the end
 * @param cells what cells mean
 * @param header what the user says of the first row
 * @param blanks whether blanks would separate it into columns
 * @param notices takes what the user should know
 */
record CsvHead(Path file, CsvRecord first, List<CsvRecord> below, int width, CsvCells cells,
        CsvFormat.Header header,
        boolean blanks, Consumer<String> notices) {
    private static final String INDEX = "-?[0-9]{1,9}";

    /** The cells of the first row, the names of the columns if it is a header. */
    List<String> names() {
        return first.cells().subList(0, width);
    }

    void say(String notice) {
        notices.accept(file + ": " + notice);
    }

    /** Refuses a file without room for a feature and what is looked for. */
    void requireTwoColumns(String kind) throws DataException {
        if (width < 2) {
            throw new DataException(file
                    + ": 1 column (expected at least 2, separated by commas, semicolons, tabs or pipes: "
                    + "features and a " + kind
                    + (blanks ? "; blanks seem to separate the columns: name the separator space)" : ")"));
        }
    }

    /** Whether the first row is a header if the words are to find columns. */
    boolean hasHeader(String kind, List<String> words) throws DataException {
        return switch (header) {
            case YES -> true;
            case NO -> false;
            case AUTO ->
                words.stream().anyMatch(this::isNameOnly) || isGuessedHeader(columns(kind, words, false));
        };
    }

    private boolean isNameOnly(String word) {
        return !word.matches(INDEX) || (!isIndex(word) && names().contains(word));
    }

    /** Whether the first row looks like a header above these answers. */
    boolean isGuessedHeader(List<Integer> answers) {
        boolean guessed = new HeaderGuess(this, answers).isHeader();
        if (guessed && first.cells()
                .stream()
                .allMatch(cell -> cells.isNumber(cell) || cell.equals(answerText(answers)))) {
            say("the first row is taken as a header, not as data: " + Names.list(names()));
        }
        return guessed;
    }

    private String answerText(List<Integer> answers) {
        return answers.isEmpty() ? "" : first.cell(answers.getFirst());
    }

    private boolean isIndex(String word) {
        if (!word.matches(INDEX)) {
            return false;
        }
        int index = Integer.parseInt(word);
        return index >= -width && index < width;
    }

    /**
     * The columns that a user's words mean: a name in the header, or an index from 0, or from the end as -1, -2, ...; a name
     * comes before an index.
     *
     * @param kind label or target, for messages
     */
    List<Integer> columns(String kind, List<String> words, boolean hasHeader) throws DataException {
        List<Integer> columns = new ArrayList<>();
        for (String word : words) {
            columns.add(column(kind, word, hasHeader));
        }
        return columns;
    }

    private int column(String kind, String word, boolean hasHeader) throws DataException {
        boolean named = hasHeader && names().contains(word);
        if (named || (hasHeader && !word.matches(INDEX))) {
            int column = named(kind, word);
            if (isIndex(word) && indexed(kind, word) != column) {
                say(kind + " column: " + word + " is the name of column " + column
                        + " and taken as such, not as an index");
            }
            return column;
        }
        return indexed(kind, word);
    }

    private int indexed(String kind, String word) throws DataException {
        if (!isIndex(word)) {
            throw new DataException(kind + " column: " + word + " (expected " + -width + ".." + (width - 1)
                    + ", because "
                    + file
                    + (word.matches(INDEX) ? " has " + width + " columns)" : " is read without a header)"));
        }
        int index = Integer.parseInt(word);
        return index < 0 ? index + width : index;
    }

    /** The only column of that name. */
    int named(String kind, String name) throws DataException {
        int index = names().indexOf(name);
        if (index < 0 || index != names().lastIndexOf(name)) {
            String problem = index < 0 ? " (" : " occurs twice (";
            throw new DataException(kind + " column: " + name + problem
                    + "expected a name in the first row of " + file
                    + ": " + Names.list(names()) + "; or an index " + -width + ".." + (width - 1) + ")");
        }
        return index;
    }

    /** All columns but these, ascending. */
    int[] others(List<Integer> columns) {
        return IntStream.range(0, width).filter(column -> !columns.contains(column)).toArray();
    }
}
