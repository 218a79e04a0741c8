package dev.lanewise.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lanewise.nn.Predictor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;

/**
 * Predictions as a JSON array, an object a line: {@code row}, {@code class} and {@code probabilities} by class, or
 * {@code row} and {@code targets} by name; a value that is not finite is null.
 */
final class JsonPredictions implements PredictionWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final Writer writer;
    private final List<String> names;
    private final boolean classes;
    private boolean begun;

    JsonPredictions(Writer writer, Model model) throws IOException {
        this.writer = writer;
        names = model.outputNames();
        classes = !model.regression();
        writer.write("[");
    }

    @Override
    public void row(int number, float[] values, int offset) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("row", number);
            if (classes) {
                json.writeStringField("class",
                        names.get(Predictor.argmax(values, offset, names.size())));
            }
            json.writeObjectFieldStart(classes ? "probabilities" : "targets");
            for (int j = 0; j < names.size(); j++) {
                json.writeFieldName(names.get(j));
                number(json, values[offset + j]);
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        writer.write((begun ? ",\n" : "\n") + text);
        begun = true;
    }

    private static void number(JsonGenerator json, float value) throws IOException {
        if (Float.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    @Override
    public void close() throws IOException {
        writer.write("\n]\n");
    }
}
