package dev.lanewise.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.lanewise.nn.diagnosis.Advice;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Finding;
import dev.lanewise.nn.diagnosis.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A diagnosis as JSON in a run's folder. */
final class DiagnosisFile {
    private DiagnosisFile() {
    }

    static String json(Diagnosis diagnosis) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeArrayFieldStart("findings");
            for (Finding finding : diagnosis.findings()) {
                write(json, finding);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("verdict", finding.verdict().name());
        json.writeNumberField("confidence", finding.confidence());
        json.writeArrayFieldStart("evidence");
        for (String sentence : finding.evidence()) {
            json.writeString(sentence);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("advice");
        for (Advice advice : finding.advice()) {
            json.writeStartObject();
            json.writeStringField("text", advice.text());
            json.writeObjectFieldStart("options");
            for (Map.Entry<String, String> option : advice.options().entrySet()) {
                json.writeStringField(option.getKey(), option.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("principle", finding.principle());
        json.writeEndObject();
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws IOException if there is no such file, or it is damaged
     */
    static Diagnosis read(Path file) throws IOException {
        try {
            Object root = JsonFile.read(file);
            return new Diagnosis(list(root, "findings").stream().map(DiagnosisFile::finding).toList());
        } catch (ConfigurationException damaged) {
            throw new IOException(file + ": no diagnosis: " + damaged.problem(), damaged);
        } catch (IllegalArgumentException damaged) {
            throw new IOException(file + ": no diagnosis: " + damaged.getMessage(), damaged);
        }
    }

    private static Finding finding(Object json) {
        List<String> evidence = list(json, "evidence").stream().map(each -> text(each, "evidence")).toList();
        List<Advice> advice = list(json, "advice").stream().map(DiagnosisFile::advice).toList();
        return new Finding(verdict(text(field(json, "verdict"), "verdict")), confidence(json), evidence,
                advice,
                text(field(json, "principle"), "principle"));
    }

    private static Verdict verdict(String name) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("verdict: \"" + name + "\" (expected one of: "
                        + Arrays.stream(Verdict.values()).map(Enum::name).collect(Collectors.joining(" "))
                        + ")"));
    }

    private static double confidence(Object finding) {
        if (field(finding, "confidence") instanceof JsonFile.Numeral number) {
            double confidence = Double.parseDouble(number.text());
            if (confidence >= 0 && confidence <= 1) {
                return confidence;
            }
        }
        throw new IllegalArgumentException("confidence: expected a number from 0 to 1");
    }

    private static Advice advice(Object json) {
        Map<String, String> options = new LinkedHashMap<>();
        object(field(json, "options"), "options")
                .forEach((name, value) -> options.put(String.valueOf(name), text(value, "options")));
        return new Advice(text(field(json, "text"), "text"), options);
    }

    private static List<?> list(Object json, String name) {
        if (field(json, name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(name + ": expected an array");
    }

    private static String text(@Nullable Object json, String name) {
        if (json instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + ": expected a text");
    }

    private static @Nullable Object field(Object json, String name) {
        return object(json, name).get(name);
    }

    private static Map<?, ?> object(@Nullable Object json, String name) {
        if (json instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(name + ": expected in an object");
    }
}
