package dev.lanewise.nn.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * When a line of a {@link JsonLog} happened.
 *
 * @param name of the event
 * @param epoch 0 if it has none
 * @param step 0 if it has none
 */
record JsonEvent(String name, int epoch, long step) {
    private static final JsonFactory JSON = new JsonFactory();

    /** The lines of a log that stay when the training is resumed. */
    static List<String> valid(Path file, Progress progress) throws IOException {
        List<String> found = LineFile.lines(file);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (parse(file, i + 1, found.get(i)).isBefore(progress)) {
                kept.add(found.get(i));
            }
        }
        return kept;
    }

    private boolean isBefore(Progress progress) {
        return switch (name) {
            case "epoch" -> epoch <= progress.epochs();
            case "statistics" -> step <= progress.steps();
            case "end" -> false;
            default -> true;
        };
    }

    private static JsonEvent parse(Path file, int number, String line) throws IOException {
        String name = "";
        int epoch = 0;
        long step = 0;
        try (JsonParser json = JSON.createParser(line)) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            while (object && json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "event" -> name = json.getText();
                    case "epoch" -> epoch = json.getIntValue();
                    case "step" -> step = json.getLongValue();
                    default -> json.skipChildren();
                }
            }
        } catch (JsonProcessingException wrong) {
            throw new IOException(file + ", line " + number + ": " + wrong.getOriginalMessage(), wrong);
        }
        if (name.isEmpty()) {
            throw new IOException(file + ", line " + number + ": no event (expected a log of a training)");
        }
        return new JsonEvent(name, epoch, step);
    }
}
