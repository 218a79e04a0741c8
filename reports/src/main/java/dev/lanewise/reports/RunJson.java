package dev.lanewise.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.TargetScore;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** A run as JSON, for programs. Numbers that are not finite become null, and so does a verdict that is not known. */
final class RunJson {
    private RunJson() {
    }

    static String of(RunRecord run) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            settings(json, run);
            json.writeArrayFieldStart("epochs");
            for (EpochMetrics epoch : run.history().epochs()) {
                write(json, epoch);
            }
            json.writeEndArray();
            test(json, run);
            json.writeStringField("verdict",
                    run.diagnosis() == null ? null : run.diagnosis().verdict().title());
            json.writeStringField("ending", run.history().ending().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("restoredEpoch", run.history().restoredEpoch());
            json.writeNumberField("parameters", run.network().parameterCount());
            json.writeStringField("weightsSha256", run.weightsSha256());
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void settings(JsonGenerator json, RunRecord run) throws IOException {
        json.writeStringField("dataset", run.dataset());
        json.writeNumberField("trainSamples", run.trainSamples());
        json.writeNumberField("validationSamples", run.validationSamples());
        json.writeNumberField("testSamples", run.test().samples());
        json.writeStringField("scaling", run.network().scaling().toString());
        json.writeFieldName("config");
        run.configuration().writeTo(json);
        json.writeStringField("layers", run.network().spec());
        json.writeNumberField("threads", run.threads());
        json.writeStringField("backend", run.machine().backend().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("vectorBits", run.machine().vectorBits());
        json.writeStringField("java", run.machine().java());
    }

    private static void test(JsonGenerator json, RunRecord run) throws IOException {
        json.writeObjectFieldStart("test");
        number(json, "loss", run.test().loss());
        if (run.regression()) {
            number(json, "r2", run.test().r2());
            json.writeArrayFieldStart("targets");
            for (TargetScore target : run.test().targets()) {
                write(json, target);
            }
            json.writeEndArray();
        } else {
            number(json, "accuracy", run.test().accuracy());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, TargetScore target) throws IOException {
        json.writeStartObject();
        number(json, "rmse", target.rmse());
        number(json, "mae", target.mae());
        number(json, "r2", target.r2());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, EpochMetrics epoch) throws IOException {
        json.writeStartObject();
        json.writeNumberField("epoch", epoch.epoch());
        number(json, "trainLoss", epoch.trainLoss());
        number(json, "trainAccuracy", epoch.trainAccuracy());
        number(json, "penalty", epoch.penalty());
        number(json, "validationLoss", epoch.validationLoss());
        number(json, "validationAccuracy", epoch.validationAccuracy());
        number(json, "learningRate", epoch.learningRate());
        number(json, "seconds", epoch.seconds());
        number(json, "samplesPerSecond", epoch.samplesPerSecond());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
