package dev.lanewise.reports;

import dev.lanewise.nn.Predictor;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Predictions as {@code row,class,p_NAME,...}, or as {@code row,NAME,...} in regression; numbers are the shortest that give
 * the same float.
 */
final class CsvPredictions implements PredictionWriter {
    private final Writer writer;
    private final List<String> names;
    private final boolean classes;

    CsvPredictions(Writer writer, Model model) throws IOException {
        this.writer = writer;
        names = model.outputNames();
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
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
