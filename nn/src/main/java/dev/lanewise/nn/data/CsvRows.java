package dev.lanewise.nn.data;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The rows of a CSV file: their features, and their other cells for whoever wants them. */
final class CsvRows {
    final Path file;
    final CsvColumns columns;
    private final int[] featureColumns;
    private final FloatList features;
    private int count;

    private CsvRows(Path file, CsvColumns columns) {
        this.file = file;
        this.columns = columns;
        featureColumns = columns.featureColumns();
        features = new FloatList(file);
    }

    /** Understands the first row. */
    @FunctionalInterface
    interface Columns {
        CsvColumns of(List<String> first) throws DataException;
    }

    /** Takes the cells of a row that are no features. */
    @FunctionalInterface
    interface Answers {
        void add(CsvRows rows, List<String> record, int row) throws DataException;
    }

    /** Reads all rows, at least one. */
    static CsvRows read(Path file, Columns columns, Answers answers) throws DataException {
        try (InputStreamReader in = new InputStreamReader(InputFile.open(file),
                StandardCharsets.UTF_8.newDecoder())) {
            CsvParser parser = new CsvParser(in, file.toString());
            List<String> record = parser.read();
            if (record.isEmpty()) {
                throw new DataException(file + ": no rows (expected at least one)");
            }
            CsvRows rows = new CsvRows(file, columns.of(record));
            if (rows.columns.hasHeader()) {
                record = parser.read();
            }
            for (; !record.isEmpty(); record = parser.read()) {
                rows.add(record, parser.row());
                answers.add(rows, record, parser.row());
            }
            if (rows.count == 0) {
                throw new DataException(file + ": a header and no rows (expected at least one)");
            }
            return rows;
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    private void add(List<String> record, int row) throws DataException {
        if (record.size() != columns.count()) {
            throw new DataException(
                    file + ": row " + row + ": " + record.size() + " columns (expected " + columns.count()
                            + ", as in the first row)");
        }
        for (int column : featureColumns) {
            features.add(number(record, row, column));
        }
        count++;
    }

    /** The finite number in a cell of a row. */
    float number(List<String> record, int row, int column) throws DataException {
        String cell = present(record, row, column);
        if (!CsvCell.isNumber(cell)) {
            throw new DataException(at(row, column) + ": \"" + cell + "\" (expected a number)");
        }
        float value = Float.parseFloat(cell);
        if (!Float.isFinite(value)) {
            throw new DataException(at(row, column) + ": " + cell + " (expected a number of at most "
                    + Float.MAX_VALUE + ")");
        }
        return value;
    }

    /** The cell of a row, if it is not missing, NaN or infinite. */
    String present(List<String> record, int row, int column) throws DataException {
        String cell = record.get(column);
        if (CsvCell.isMissing(cell)) {
            throw new DataException(
                    at(row, column) + ": missing value" + (cell.isEmpty() ? "" : " \"" + cell + "\""));
        }
        if (CsvCell.isNotFinite(cell)) {
            throw new DataException(at(row, column) + ": " + cell + " (expected a finite number)");
        }
        return cell;
    }

    /** Where a cell is, for messages. */
    String at(int row, int column) {
        return file + ": row " + row + ", column " + columns.describe(column);
    }

    /** All features, (rows, features) row-major. */
    float[] features() {
        return features.toArray();
    }

    /** The file's name without its extensions. */
    String name() {
        return String.valueOf(file.getFileName()).replaceFirst("(?i)(\\.csv)?(\\.gz)?$", "");
    }
}
