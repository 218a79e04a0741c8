package dev.lanewise.nn.log;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.text.Excerpt;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a row for each epoch, after a header that names the columns: {@code epoch,trainLoss,...}. Numbers read back as the
 * same numbers; what does not exist, such as a validation loss without validation data, is empty.
 */
public final class CsvLog implements TrainingListener, Closeable {
    private static final String HEADER = header();

    private final LineFile lines;

    /**
     * Opens the file.
     *
     * @param progress how far the training had come; rows of later epochs are dropped, and with {@link Progress#NONE} all
     * @throws IOException if the file cannot be written, or has other columns or rows, in which case it stays as it is
     */
    public CsvLog(Path file, Progress progress) throws IOException {
        lines = progress.epochs() == 0
                ? new LineFile(file)
                : new LineFile(file, (number, row) -> keeps(file, number, row, progress));
        if (lines.isEmpty()) {
            lines.append(HEADER);
        }
    }

    private static String header() {
        List<String> names = new ArrayList<>(List.of("epoch"));
        Field.EPOCH.forEach(field -> names.add(field.name()));
        return String.join(",", names);
    }

    private static boolean keeps(Path file, long number, String row, Progress progress) throws IOException {
        if (number > 1) {
            return epoch(file, number, row) <= progress.epochs();
        }
        if (!row.equals(HEADER)) {
            throw new IOException(
                    file + ": header \"" + Excerpt.of(row) + "\" (expected \"" + HEADER + "\")");
        }
        return true;
    }

    private static int epoch(Path file, long number, String row) throws IOException {
        String[] cells = row.split(",", -1);
        try {
            if (cells.length == 1 + Field.EPOCH.size()) {
                return Integer.parseInt(cells[0]);
            }
        } catch (NumberFormatException wrong) {
            throw new IOException(file + ", line " + number + ": epoch \"" + Excerpt.of(cells[0])
                    + "\" (expected a whole number)", wrong);
        }
        throw new IOException(file + ", line " + number + ": " + cells.length + " cells (expected "
                + (1 + Field.EPOCH.size()) + ")");
    }

    @Override
    public void onEpoch(EpochMetrics metrics) {
        StringBuilder row = new StringBuilder().append(metrics.epoch());
        for (Field<EpochMetrics> field : Field.EPOCH) {
            double value = field.value().applyAsDouble(metrics);
            row.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
        }
        lines.append(row.toString());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
