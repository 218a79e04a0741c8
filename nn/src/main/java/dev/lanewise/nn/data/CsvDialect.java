package dev.lanewise.nn.data;

/**
 * How a CSV file separates cells, and the whole part of a number from its fraction.
 *
 * @param separator between cells, a space for any number of blanks and tabs
 * @param decimal a point or a comma
 */
record CsvDialect(char separator, char decimal) {
    /** What a separator is called. */
    static String name(char separator) {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "pipe";
            case ' ' -> "space";
            default -> "'" + separator + "'";
        };
    }

    /** Such as {@code separator semicolon, decimal comma}. */
    @Override
    public String toString() {
        return "separator " + name(separator) + (decimal == ',' ? ", decimal comma" : "");
    }
}
