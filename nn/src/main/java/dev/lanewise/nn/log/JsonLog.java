package dev.lanewise.nn.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.History;
import dev.lanewise.nn.LayerStatistics;
import dev.lanewise.nn.StepStatistics;
import dev.lanewise.nn.TrainingListener;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes JSON lines: an object a line, of which {@code event} names the kind.
 *
 * <pre>
 * {"event":"start","epochs":10,"batchesPerEpoch":469,"samplesPerEpoch":60000,"completedEpochs":0,"completedSteps":0}
 * {"event":"statistics","epoch":1,"step":100,"layers":[{"layer":0,"spec":"dense:512","parameterNorm":22.6,...},...]}
 * {"event":"epoch","epoch":1,"trainLoss":0.31,...}
 * {"event":"end","epochs":10,"ending":"completed","restoredEpoch":0}
 * </pre>
 *
 * <p>Numbers that are not finite are null. Histograms are left to {@link TensorBoardLog}.
 */
public final class JsonLog implements TrainingListener, Closeable {
    private static final JsonFactory JSON = new JsonFactory();

    private final LineFile lines;
    private final Progress progress;

    /** Writes the fields of an event. */
    private interface Event {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /**
     * Opens the file.
     *
     * @param resumed how far the training had come; later epochs and statistics are dropped, as are ends, and with
     *        {@link Progress#NONE} all
     * @throws IOException if the file cannot be written, or is no such log, in which case it stays as it is
     */
    public JsonLog(Path file, Progress resumed) throws IOException {
        progress = resumed;
        lines = resumed.steps() == 0
                ? new LineFile(file)
                : new LineFile(file, (number, line) -> JsonEvent.parse(file, number, line).isBefore(resumed));
    }

    @Override
    public void onTrainingStart(int epochs, int batchesPerEpoch, int samplesPerEpoch) {
        append("start", json -> {
            json.writeNumberField("epochs", epochs);
            json.writeNumberField("batchesPerEpoch", batchesPerEpoch);
            json.writeNumberField("samplesPerEpoch", samplesPerEpoch);
            json.writeNumberField("completedEpochs", progress.epochs());
            json.writeNumberField("completedSteps", progress.steps());
        });
    }

    @Override
    public void onStatistics(StepStatistics statistics) {
        append("statistics", json -> {
            json.writeNumberField("epoch", statistics.epoch());
            json.writeNumberField("step", statistics.step());
            json.writeArrayFieldStart("layers");
            for (LayerStatistics layer : statistics.layers()) {
                json.writeStartObject();
                json.writeNumberField("layer", layer.layer());
                json.writeStringField("spec", layer.spec());
                write(json, Field.LAYER, layer);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @Override
    public void onEpoch(EpochMetrics metrics) {
        append("epoch", json -> {
            json.writeNumberField("epoch", metrics.epoch());
            write(json, Field.EPOCH, metrics);
        });
    }

    @Override
    public void onTrainingEnd(History history) {
        append("end", json -> {
            json.writeNumberField("epochs", history.epochs().size());
            json.writeStringField("ending", history.ending().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("restoredEpoch", history.restoredEpoch());
        });
    }

    private void append(String name, Event event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("event", name);
            event.writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        lines.append(text.toString());
    }

    private static <T> void write(JsonGenerator json, List<Field<T>> fields, T from) throws IOException {
        for (Field<T> field : fields) {
            double value = field.value().applyAsDouble(from);
            if (Double.isFinite(value)) {
                json.writeNumberField(field.name(), value);
            } else {
                json.writeNullField(field.name());
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
