package dev.lanewise.nn;

import dev.lanewise.nn.optim.PlateauReducer;
import java.util.ArrayList;
import java.util.List;

/** The parts of a {@link TrainingSnapshot}; each throws IllegalArgumentException if it is missing or corrupt. */
record SnapshotReader(TrainingSnapshot snapshot) {
    private static final int EPOCH_NUMBERS = 9;

    String text(String key) {
        String text = snapshot.values().get(key);
        if (text == null) {
            throw new IllegalArgumentException("snapshot: no " + key);
        }
        return text;
    }

    long whole(String key, long least) {
        String text = text(key);
        try {
            long number = Long.parseLong(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "snapshot: " + key + " is " + text + " (expected a whole number)",
                    wrong);
        }
        throw new IllegalArgumentException(
                "snapshot: " + key + " is " + text + " (expected >= " + least + ")");
    }

    double[] numbers(String key, int count) {
        return numbers(key, text(key), count);
    }

    private static double[] numbers(String key, String text, int count) {
        String[] words = text.isEmpty() ? new String[0] : text.split(" ");
        if (words.length != count) {
            throw new IllegalArgumentException(
                    "snapshot: " + key + " has " + words.length + " numbers (expected " + count + ")");
        }
        try {
            return List.of(words).stream().mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("snapshot: " + key + " is " + text + " (expected numbers)",
                    wrong);
        }
    }

    float[] tensor(String name, int length) {
        float[] tensor = snapshot.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("snapshot: no " + name);
        }
        if (tensor.length != length) {
            throw new IllegalArgumentException(
                    "snapshot: " + name + " has " + tensor.length + " floats (expected " + length + ")");
        }
        return tensor;
    }

    PlateauReducer.State plateau() {
        double[] s = numbers("plateau", 4);
        return new PlateauReducer.State(s[0], s[1], (int) s[2], (int) s[3]);
    }

    EarlyStopper.State earlyStopping() {
        double[] s = numbers("earlyStopping", 3);
        return new EarlyStopper.State((int) s[0], s[1], (int) s[2]);
    }

    /** The completed epochs, of which there is one less than the number of the epoch to go on with. */
    List<EpochMetrics> history() {
        List<EpochMetrics> history = new ArrayList<>();
        String text = text("history");
        for (String epoch : text.isEmpty() ? new String[0] : text.split(";")) {
            double[] e = numbers("history", epoch, EPOCH_NUMBERS);
            history.add(new EpochMetrics((int) e[0], e[1], e[2], e[3], e[4], e[5], (float) e[6], e[7], e[8]));
        }
        if (history.size() != whole("epoch", 1) - 1) {
            throw new IllegalArgumentException(
                    "snapshot: history has " + history.size() + " epochs (expected "
                            + (whole("epoch", 1) - 1) + ")");
        }
        return history;
    }
}
