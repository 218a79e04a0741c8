package dev.lanewise.nn;

import dev.lanewise.nn.optim.PlateauReducer;
import dev.lanewise.nn.text.Excerpt;
import java.util.List;
import java.util.function.Supplier;

/** The parts of a {@link TrainingSnapshot}; each throws IllegalArgumentException if it is missing or corrupt. */
record SnapshotReader(TrainingSnapshot snapshot) {
    String text(String key) {
        String text = snapshot.values().get(key);
        if (text == null) {
            throw new IllegalArgumentException("snapshot: no " + key);
        }
        return text;
    }

    /** A whole number as it is written here: without sign, leading zeros and the like. */
    long whole(String key, long least, long most) {
        String text = text(key);
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "snapshot: " + key + " is " + Excerpt.of(text) + " (expected a whole number)", wrong);
        }
        if (number < least || number > most || !text.equals(String.valueOf(number))) {
            throw new IllegalArgumentException("snapshot: " + key + " is " + Excerpt.of(text) + " (expected "
                    + (least == most ? "" : least + " to ") + most + ")");
        }
        return number;
    }

    double[] numbers(String key, int count) {
        String text = text(key);
        String[] words = text.isEmpty() ? new String[0] : text.split(" ");
        if (words.length != count) {
            throw new IllegalArgumentException(
                    "snapshot: " + key + " has " + words.length + " numbers (expected " + count + ")");
        }
        try {
            return List.of(words).stream().mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "snapshot: " + key + " is " + Excerpt.of(text) + " (expected numbers)",
                    wrong);
        }
    }

    /** Numbers that are finite. */
    void requireFinite(String key, int count) {
        for (double number : numbers(key, count)) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(
                        "snapshot: " + key + " is " + Excerpt.of(text(key)) + " (expected finite numbers)");
            }
        }
    }

    private static int count(String key, double number) {
        if (number != (int) number) {
            throw new IllegalArgumentException(
                    "snapshot: " + key + " has " + number + " (expected a whole number)");
        }
        return (int) number;
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
        int waited = count("plateau", s[2]);
        int cooldown = count("plateau", s[3]);
        return of("plateau", () -> new PlateauReducer.State(s[0], s[1], waited, cooldown));
    }

    EarlyStopper.State earlyStopping() {
        double[] s = numbers("earlyStopping", 3);
        int bestEpoch = count("earlyStopping", s[0]);
        int waited = count("earlyStopping", s[2]);
        return of("earlyStopping", () -> new EarlyStopper.State(bestEpoch, s[1], waited));
    }

    /** What it refuses is told as a fault of the snapshot. */
    private static <T> T of(String key, Supplier<T> state) {
        try {
            return state.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("snapshot: " + key + ": " + wrong.getMessage(), wrong);
        }
    }
}
