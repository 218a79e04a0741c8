package dev.lanewise.nn.data;

import dev.lanewise.nn.text.Excerpt;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file: their features, and their other cells for whoever wants them. */
final class CsvRows {
    private static final int HEAD = 1 << 17;

    final CsvColumns columns;
    private final CsvHead head;
    private final int[] featureColumns;
    private final FloatList features;
    /** Of every column that is a number; null if that does not matter. */
    private final @Nullable ColumnPrecision @Nullable [] precisions;
    private int count;

    private CsvRows(CsvColumns columns, boolean checksPrecision) {
        this.columns = columns;
        head = columns.head();
        featureColumns = columns.features().stream().mapToInt(Integer::intValue).toArray();
        features = new FloatList(head.file());
        precisions = checksPrecision ? new ColumnPrecision[head.width()] : null;
    }

    /** Understands the beginning. */
    @FunctionalInterface
    interface Columns {
        CsvColumns of(CsvHead head) throws DataException;
    }

    /** Takes the cells of a row that are no features. */
    @FunctionalInterface
    interface Answers {
        void add(CsvRows rows, CsvRecord record) throws DataException;
    }

    /** Reads all rows, at least one; if {@code checksPrecision}, refuses columns whose numbers are not apart as floats. */
    static CsvRows read(CsvFile csv, Columns columns, Answers answers, boolean checksPrecision)
            throws DataException {
        Path file = csv.file();
        try (PushbackReader in = new PushbackReader(
                new InputStreamReader(InputFile.open(file), StandardCharsets.UTF_8.newDecoder()), HEAD)) {
            char[] buffer = new char[HEAD];
            int length = read(in, buffer);
            in.unread(buffer, 0, length);
            CsvSniffer sniffer = new CsvSniffer(file, new String(buffer, 0, length), length < HEAD);
            CsvDialect dialect = sniffer.dialect(csv.format());
            CsvParser parser = new CsvParser(in, file.toString(), dialect.separator());
            CsvRecord first = parser.read();
            if (first == null) {
                throw new DataException(file + ": no rows (expected at least one)");
            }
            CsvRows rows = new CsvRows(columns.of(csv.head(sniffer, dialect, first)), checksPrecision);
            rows.readAll(parser, first, answers);
            return rows;
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    private static int read(Reader in, char[] buffer) throws IOException {
        int length = 0;
        while (length < buffer.length) {
            int more = in.read(buffer, length, buffer.length - length);
            if (more < 0) {
                break;
            }
            length += more;
        }
        return length;
    }

    private void readAll(CsvParser parser, CsvRecord first, Answers answers) throws IOException {
        CsvRecord record = columns.hasHeader() ? parser.read() : first;
        for (; record != null; record = parser.read()) {
            requireWidth(record);
            for (int column : featureColumns) {
                features.add(number(record, column));
            }
            answers.add(this, record);
            count++;
        }
        if (count == 0) {
            throw new DataException(head.file() + ": a header and no rows (expected at least one)");
        }
        requirePrecision();
    }

    private void requireWidth(CsvRecord record) throws DataException {
        int width = head.width();
        if (record.size() == width || (record.size() == head.first().size() && record.filled() <= width)) {
            return;
        }
        if (record.size() == head.first().size()) {
            int column = record.filled() - 1;
            throw new DataException(at(record, column) + ": \"" + Excerpt.of(record.cell(column))
                    + "\" (expected nothing, as in the first rows, where the last columns have neither names nor values)");
        }
        throw new DataException(
                head.file() + ": row " + record.row() + ": " + record.size() + " columns (expected "
                        + width + ", as in the first row)");
    }

    private void requirePrecision() throws DataException {
        List<String> problems = new ArrayList<>();
        for (int column = 0; precisions != null && column < precisions.length; column++) {
            ColumnPrecision precision = precisions[column];
            String problem = precision == null ? null : precision.problem();
            if (problem != null) {
                problems.add("column " + columns.describe(column) + ": " + problem);
            }
        }
        if (!problems.isEmpty()) {
            throw new DataException(head.file() + ": " + String.join(", ", problems));
        }
    }

    /** The finite number in a cell. */
    float number(CsvRecord record, int column) throws DataException {
        String cell = record.cell(column);
        CsvCells cells = head.cells();
        if (cells.isMissing(record, column)) {
            throw missing(record, column);
        }
        if (CsvNumber.isNotFinite(cell)) {
            throw new DataException(
                    at(record, column) + ": " + Excerpt.of(cell) + " (expected a finite number)");
        }
        if (!cells.isNumber(cell)) {
            throw new DataException(
                    at(record, column) + ": \"" + Excerpt.of(cell) + "\" (expected " + cells.expectation(cell)
                            + ")");
        }
        String plain = cells.plain(cell);
        float value = Float.parseFloat(plain);
        if (!Float.isFinite(value)) {
            throw new DataException(
                    at(record, column) + ": " + Excerpt.of(cell) + " (expected a number of at most "
                            + Float.MAX_VALUE + ")");
        }
        weigh(column, plain, value);
        return value;
    }

    private void weigh(int column, String plain, float value) {
        if (precisions != null) {
            ColumnPrecision precision = precisions[column];
            if (precision == null) {
                precision = new ColumnPrecision();
                precisions[column] = precision;
            }
            precision.add(plain, value);
        }
    }

    /** The text of a cell that is a label. */
    String label(CsvRecord record, int column) throws DataException {
        if (head.cells().isMissingLabel(record, column)) {
            throw missing(record, column);
        }
        return record.cell(column);
    }

    private DataException missing(CsvRecord record, int column) {
        String cell = record.cell(column);
        return new DataException(
                at(record, column) + ": missing value"
                        + (cell.isEmpty() ? "" : " \"" + Excerpt.of(cell) + "\""));
    }

    /** Where a cell is, for messages. */
    String at(CsvRecord record, int column) {
        return head.file() + ": row " + record.row() + ", column "
                + (column < head.width() ? columns.describe(column) : Integer.toString(column));
    }

    /** All features, (rows, features) row-major. */
    float[] features() {
        return features.toArray();
    }

    /** The file's name without its extensions. */
    String name() {
        return String.valueOf(head.file().getFileName()).replaceFirst("(?i)(\\.csv)?(\\.gz)?$", "");
    }
}
