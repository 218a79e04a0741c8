package dev.lanewise.nn.data;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written. What is left open is recognised in its first rows.
 *
 * @param separator between cells; a space stands for any number of blanks and tabs; null to recognise a comma, semicolon,
 *        tab or pipe
 * @param decimal the decimal separator, a point or a comma; null to recognise it
 * @param header whether the first row holds the names of the columns
 * @param missing the texts of cells that stand for a value that is not there, outside quotes; null for the usual ones:
 *        {@code ? NA na N/A n/a #N/A NULL Null null None}, which as labels are text. An empty cell is always missing
 */
public record CsvFormat(@Nullable Character separator, @Nullable Character decimal, Header header,
        @Nullable List<String> missing) {
    /** Everything is recognised. */
    public static final CsvFormat AUTO = new CsvFormat(null, null, Header.AUTO, null);

    private static final String SEPARATORS = "auto, comma, semicolon, tab, pipe, space or one character";

    /** Whether the first row is a header. */
    public enum Header {
        /** As its cells, beside those below, show. */
        AUTO,
        /** It is. */
        YES,
        /** It is not. */
        NO
    }

    /** Copies the list. */
    public CsvFormat {
        missing = missing == null ? null : List.copyOf(missing);
    }

    /**
     * The same with another separator.
     *
     * @param word auto, comma, semicolon, tab, pipe, space or the character itself
     * @throws IllegalArgumentException if it is none of them, or could be part of a number, a name or a quote
     */
    public CsvFormat withSeparator(String word) {
        Character chosen = switch (word.toLowerCase(Locale.ROOT)) {
            case "auto" -> null;
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "tab", "\\t" -> '\t';
            case "pipe" -> '|';
            case "space", "blank" -> ' ';
            default -> single(word);
        };
        return new CsvFormat(chosen, decimal, header, missing);
    }

    private static char single(String word) {
        if (word.length() != 1 || Character.isLetterOrDigit(word.charAt(0))
                || Character.isSurrogate(word.charAt(0))
                || "\"\r\n+-.".contains(word)) {
            throw new IllegalArgumentException("separator: " + word + " (expected " + SEPARATORS + ")");
        }
        return word.charAt(0);
    }

    /**
     * The same with another decimal separator.
     *
     * @param word auto, point, comma, or the character itself
     * @throws IllegalArgumentException if it is none of them
     */
    public CsvFormat withDecimal(String word) {
        Character chosen = switch (word.toLowerCase(Locale.ROOT)) {
            case "auto" -> null;
            case "point", "." -> '.';
            case "comma", "," -> ',';
            default ->
                throw new IllegalArgumentException("decimal: " + word + " (expected auto, point or comma)");
        };
        return new CsvFormat(separator, chosen, header, missing);
    }

    /**
     * The same with another statement on the header.
     *
     * @param word auto, yes or no
     * @throws IllegalArgumentException if it is none of them
     */
    public CsvFormat withHeader(String word) {
        Header chosen = switch (word.toLowerCase(Locale.ROOT)) {
            case "auto" -> Header.AUTO;
            case "yes", "true" -> Header.YES;
            case "no", "false" -> Header.NO;
            default -> throw new IllegalArgumentException("header: " + word + " (expected auto, yes or no)");
        };
        return new CsvFormat(separator, decimal, chosen, missing);
    }

    /**
     * The same with other texts of missing values, for labels and targets too.
     *
     * @param texts separated by commas, such as {@code NA,?,}
     */
    public CsvFormat withMissing(String texts) {
        return new CsvFormat(separator, decimal, header, List.of(texts.split(",", -1)));
    }
}
