package dev.lanewise.reports;

import dev.lanewise.nn.Predictor;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Predictions as {@code row,class,p_NAME,...}; numbers are the shortest that give the same float. */
final class CsvPredictions implements PredictionWriter {
    private final Writer writer;
    private final List<String> classNames;

    CsvPredictions(Writer writer, List<String> classNames) throws IOException {
        this.writer = writer;
        this.classNames = classNames;
        writer.write("row,class");
        for (String name : classNames) {
            writer.write("," + quoted("p_" + name));
        }
        writer.write("\n");
    }

    @Override
    public void row(int number, float[] probabilities, int offset) throws IOException {
        int best = Predictor.argmax(probabilities, offset, classNames.size());
        writer.write(number + "," + quoted(classNames.get(best)));
        for (int j = 0; j < classNames.size(); j++) {
            writer.write("," + probabilities[offset + j]);
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
