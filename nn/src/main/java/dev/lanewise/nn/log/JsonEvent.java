package dev.lanewise.nn.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.lanewise.nn.text.Excerpt;
import java.io.IOException;
import java.nio.file.Path;

/**
 * When a line of a {@link JsonLog} happened.
 *
 * @param name of the event
 * @param epoch 0 if it has none
 * @param step 0 if it has none
 */
record JsonEvent(String name, int epoch, long step) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Whether the line stays when a training is resumed that had come so far. */
    boolean isBefore(Progress progress) {
        return switch (name) {
            case "epoch" -> epoch <= progress.epochs();
            case "statistics" -> step <= progress.steps();
            case "end" -> false;
            default -> true;
        };
    }

    static JsonEvent parse(Path file, long number, String line) throws IOException {
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
            throw new IOException(file + ", line " + number + ": "
                    + Excerpt.message(wrong.getOriginalMessage()), wrong);
        }
        if (name.isEmpty()) {
            throw new IOException(file + ", line " + number + ": no event (expected a log of a training)");
        }
        return new JsonEvent(name, epoch, step);
    }
}
