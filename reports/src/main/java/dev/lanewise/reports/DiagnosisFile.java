package dev.lanewise.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.lanewise.nn.diagnosis.Advice;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Finding;
import dev.lanewise.nn.diagnosis.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        try (JsonParser json = new JsonFactory().createParser(Files.readString(file))) {
            List<Finding> findings = new ArrayList<>();
            while (json.nextToken() != JsonToken.START_ARRAY) {
                expect(json.currentToken() != null, file);
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                findings.add(finding(json, file));
            }
            return new Diagnosis(findings);
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            throw new IOException(file + ": no diagnosis: " + damaged.getMessage(), damaged);
        }
    }

    private static Finding finding(JsonParser json, Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> evidence = new ArrayList<>();
        List<Advice> advice = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "evidence" -> {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        evidence.add(json.getText());
                    }
                }
                case "advice" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        advice.add(advice(json, file));
                    }
                }
                default -> texts.put(key, json.getText());
            }
        }
        expect(texts.keySet().containsAll(List.of("verdict", "confidence", "principle")), file);
        return new Finding(Verdict.valueOf(texts.getOrDefault("verdict", "")),
                Double.parseDouble(texts.getOrDefault("confidence", "")), evidence, advice,
                texts.getOrDefault("principle", ""));
    }

    private static Advice advice(JsonParser json, Path file) throws IOException {
        String text = "";
        Map<String, String> options = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            if (key.equals("options")) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String option = json.currentName();
                    json.nextToken();
                    options.put(option, json.getText());
                }
            } else {
                text = json.getText();
            }
        }
        expect(!text.isEmpty(), file);
        return new Advice(text, options);
    }

    private static void expect(boolean condition, Path file) throws IOException {
        if (!condition) {
            throw new IOException(file + ": no diagnosis (expected a file that train wrote)");
        }
    }
}
