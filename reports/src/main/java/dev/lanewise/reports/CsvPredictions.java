package dev.lanewise.reports;

import dev.lanewise.nn.Predictor;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Predictions as {@code row,class,p_NAME,...}, or as {@code row,NAME,...} in regression; numbers are the shortest that give
 * the same float. Names are quoted where a reader would see something else, also one that separates cells by semicolons, tabs
 * or pipes, so that they read back as they are.
 */
final class CsvPredictions implements PredictionWriter {
    private final Writer writer;
    private final List<String> names;
    private final boolean classes;

    /** Writes names as {@code guard} returns them. */
    CsvPredictions(Writer writer, Model model, UnaryOperator<String> guard) throws IOException {
        this.writer = writer;
        names = model.outputNames().stream().map(guard).toList();
        classes = !model.regression();
        writer.write(classes ? "row,class" : "row");
        for (String name : names) {
            writer.write("," + quoted(classes ? "p_" + name : name));
        }
        writer.write("\n");
    }

    @Override
    public void row(int number, float[] values, int offset) throws IOException {
        writer.write(Integer.toString(number));
        if (classes) {
            writer.write("," + quoted(names.get(Predictor.argmax(values, offset, names.size()))));
        }
        for (int j = 0; j < names.size(); j++) {
            writer.write("," + values[offset + j]);
        }
        writer.write("\n");
    }

    @Override
    public void close() {
        // Nothing follows the rows.
    }

    private static String quoted(String cell) {
        boolean plain = cell.equals(cell.strip())
                && cell.chars().noneMatch(c -> ",;\t|\"\n\r".indexOf(c) >= 0);
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
