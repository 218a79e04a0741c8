package dev.lanewise.nn.data;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the separator and the decimal separator of a CSV file in its first rows.
 *
 * <p>A separator must give all of these rows the same number of cells, at least two, and leave no other separator in a
 * cell outside quotes but in numbers; of several the one with most cells, then the first of comma, semicolon, tab and
 * pipe. Where none is so clean it is the comma, unless only another makes most cells numbers.
 *
 * <p>A comma is the decimal separator if it does not separate cells, some cell is a number only with it ({@code 1,5}), and
 * none only with a point ({@code 1.5}). {@code 1,234} may be either.
 */
final class CsvSniffer {
    static final String SEPARATORS = ",;\t|";

    private final Path file;
    private final String head;
    private final boolean whole;

    /** @param head the beginning of the file, or all of it if {@code whole} */
    CsvSniffer(Path file, String head, boolean whole) {
        this.file = file;
        this.head = head;
        this.whole = whole;
    }

    /** What the format leaves open is recognised. */
    CsvDialect dialect(CsvFormat format) throws DataException {
        Character decimal = format.decimal();
        char separator = format.separator() == null ? separator(decimal) : format.separator();
        if (decimal == null) {
            decimal = separator == ',' ? '.' : decimal(sample(separator));
        }
        return new CsvDialect(separator, decimal);
    }

    CsvSample sample(char separator) {
        return CsvSample.of(head, whole, separator);
    }

    /** Whether blanks would separate the rows into columns. */
    boolean isSeparatedByBlanks() {
        return sample(' ').columns() > 1;
    }

    private char separator(@Nullable Character decimal) {
        List<CsvSample> fitting = SEPARATORS.chars()
                .mapToObj(separator -> sample((char) separator))
                .filter(sample -> sample.columns() > 1)
                .filter(sample -> decimal == null || sample.separator() != decimal)
                .toList();
        CsvSample best = widest(fitting.stream().filter(CsvSample::isClean).toList());
        if (best == null) {
            List<CsvSample> numeric = fitting.stream().filter(CsvSample::isMostlyNumbers).toList();
            best = numeric.stream().anyMatch(sample -> sample.separator() == ',') ? null : widest(numeric);
        }
        return best == null ? ',' : best.separator();
    }

    private static @Nullable CsvSample widest(List<CsvSample> samples) {
        // The first of several: the order of the candidates.
        return samples.stream()
                .sorted(Comparator.comparingInt(CsvSample::columns).reversed())
                .findFirst()
                .orElse(null);
    }

    private char decimal(CsvSample sample) throws DataException {
        boolean comma = false;
        boolean point = false;
        boolean groupedPoint = false;
        String groupedComma = null;
        for (CsvRecord record : sample.data()) {
            for (String cell : record.cells()) {
                boolean grouped = CsvNumber.isGrouped(cell);
                comma |= !grouped && cell.indexOf(',') >= 0 && CsvNumber.isNumber(cell, ',');
                point |= !grouped && cell.indexOf('.') >= 0 && CsvNumber.isNumber(cell, '.');
                groupedPoint |= grouped && cell.indexOf('.') >= 0;
                groupedComma = grouped && cell.indexOf(',') >= 0 ? cell : groupedComma;
            }
        }
        if (groupedComma != null && !comma && !point && !groupedPoint) {
            throw new DataException(file + ": \"" + groupedComma
                    + "\" is a number with a decimal comma or with a "
                    + "thousands separator (expected the decimal separator to be named: comma, or point for numbers "
                    + "without thousands separators)");
        }
        return comma && !point ? ',' : '.';
    }
}
