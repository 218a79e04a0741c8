package dev.lanewise.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lanewise.nn.Predictor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;

/** Predictions as a JSON array, an object a line; a probability that is not a number is null. */
final class JsonPredictions implements PredictionWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final Writer writer;
    private final List<String> classNames;
    private boolean begun;

    JsonPredictions(Writer writer, List<String> classNames) throws IOException {
        this.writer = writer;
        this.classNames = classNames;
        writer.write("[");
    }

    @Override
    public void row(int number, float[] probabilities, int offset) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("row", number);
            json.writeStringField("class",
                    classNames.get(Predictor.argmax(probabilities, offset, classNames.size())));
            json.writeObjectFieldStart("probabilities");
            for (int j = 0; j < classNames.size(); j++) {
                json.writeFieldName(classNames.get(j));
                number(json, probabilities[offset + j]);
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
