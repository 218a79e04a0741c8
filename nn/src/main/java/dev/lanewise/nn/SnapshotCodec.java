package dev.lanewise.nn;

import dev.lanewise.nn.optim.PlateauReducer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between a {@link TrainingState} and a {@link TrainingSnapshot}. */
final class SnapshotCodec {
    private static final String VERSION = "1";
    private static final String SETTING = "setting.";

    private SnapshotCodec() {
    }

    static TrainingSnapshot write(TrainingState state, TrainingSettings settings, Map<String, String> facts) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", VERSION);
        settings.texts().forEach((name, text) -> values.put(SETTING + name, text));
        facts.forEach((name, text) -> values.put(SETTING + name, text));
        values.put("step", String.valueOf(state.step));
        values.put("epoch", String.valueOf(state.epoch));
        values.put("batch", String.valueOf(state.batch));
        values.put("epochSums", numbers(state.loss, state.weight, (double) state.correct, state.seconds));
        values.put("scalars", numbers(state.values.scalars()));
        values.put("history", String.join(";", state.history.stream().map(SnapshotCodec::epoch).toList()));
        if (state.plateau != null) {
            PlateauReducer.State s = state.plateau.state();
            values.put("plateau", numbers(s.factor(), s.best(), s.waited(), s.cooling()));
        }
        if (state.stopper != null) {
            EarlyStopper.State s = state.stopper.state();
            values.put("earlyStopping", numbers(s.bestEpoch(), s.best(), s.waited()));
        }
        Map<String, float[]> tensors = new LinkedHashMap<>();
        tensors.put("parameters", state.parameters);
        for (int i = 0; i < state.slots.size(); i++) {
            tensors.put("optimizer." + settings.optimizer().slots().get(i), state.slots.get(i));
        }
        if (state.best.length > 0) {
            tensors.put("best", state.best);
        }
        return new TrainingSnapshot(values, tensors);
    }

    /**
     * Checks that a snapshot was taken with these settings.
     *
     * @throws IllegalArgumentException if it was not
     */
    static void check(TrainingSnapshot snapshot, TrainingSettings settings, Map<String, String> facts) {
        Map<String, String> values = snapshot.values();
        expect(values, "version", VERSION);
        settings.texts().forEach((name, text) -> expect(values, SETTING + name, text));
        facts.forEach((name, text) -> expect(values, SETTING + name, text));
    }

    /**
     * Brings a state, fresh from the same settings, to where the snapshot was taken.
     *
     * @throws IllegalArgumentException if the snapshot is of other settings, another network or corrupt, before
     *         anything changes
     */
    static void read(TrainingSnapshot snapshot, TrainingState state, TrainingSettings settings,
            Map<String, String> facts) {
        check(snapshot, settings, facts);
        Map<String, String> values = snapshot.values();
        Map<String, float[]> wanted = write(state, settings, facts).tensors();
        wanted.forEach((name, array) -> checkTensor(snapshot, name, array.length));
        double[] sums = parse(values, "epochSums", 4);
        double[] scalars = parse(values, "scalars", state.values.scalars().length);
        List<EpochMetrics> history = history(values);
        long step = whole(values, "step");
        int epoch = (int) whole(values, "epoch");
        int batch = (int) whole(values, "batch");
        if (state.plateau != null) {
            double[] s = parse(values, "plateau", 4);
            state.plateau.restore(new PlateauReducer.State(s[0], s[1], (int) s[2], (int) s[3]));
        }
        if (state.stopper != null) {
            double[] s = parse(values, "earlyStopping", 3);
            state.stopper.restore(new EarlyStopper.State((int) s[0], s[1], (int) s[2]));
        }
        state.step = step;
        state.epoch = epoch;
        state.batch = batch;
        state.loss = sums[0];
        state.weight = sums[1];
        state.correct = (long) sums[2];
        state.seconds = sums[3];
        System.arraycopy(scalars, 0, state.values.scalars(), 0, scalars.length);
        state.history.clear();
        state.history.addAll(history);
        wanted.forEach((name, array) -> System.arraycopy(tensor(snapshot, name), 0, array, 0, array.length));
    }

    private static void expect(Map<String, String> values, String key, String expected) {
        String found = text(values, key);
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("snapshot: " + key.replace(SETTING, "") + " is " + found
                    + " (expected " + expected + ", as this training has it)");
        }
    }

    private static void checkTensor(TrainingSnapshot snapshot, String name, int length) {
        if (tensor(snapshot, name).length != length) {
            throw new IllegalArgumentException("snapshot: " + name + " has " + tensor(snapshot, name).length
                    + " floats (expected " + length + ")");
        }
    }

    private static float[] tensor(TrainingSnapshot snapshot, String name) {
        float[] tensor = snapshot.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("snapshot: no " + name);
        }
        return tensor;
    }

    private static String text(Map<String, String> values, String key) {
        String text = values.get(key);
        if (text == null) {
            throw new IllegalArgumentException("snapshot: no " + key);
        }
        return text;
    }

    private static long whole(Map<String, String> values, String key) {
        return Long.parseLong(text(values, key));
    }

    private static String numbers(double... numbers) {
        List<String> texts = new ArrayList<>();
        for (double number : numbers) {
            texts.add(Double.toHexString(number));
        }
        return String.join(" ", texts);
    }

    private static double[] parse(Map<String, String> values, String key, int count) {
        return parse(key, text(values, key), count);
    }

    private static double[] parse(String key, String text, int count) {
        double[] numbers = text.isEmpty()
                ? new double[0]
                : List.of(text.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
        if (numbers.length != count) {
            throw new IllegalArgumentException(
                    "snapshot: " + key + " has " + numbers.length + " numbers (expected " + count + ")");
        }
        return numbers;
    }

    private static String epoch(EpochMetrics e) {
        return numbers(e.epoch(), e.trainLoss(), e.trainAccuracy(), e.penalty(), e.validationLoss(),
                e.validationAccuracy(), e.learningRate(), e.seconds(), e.samplesPerSecond());
    }

    private static List<EpochMetrics> history(Map<String, String> values) {
        List<EpochMetrics> history = new ArrayList<>();
        String text = text(values, "history");
        for (String epoch : text.isEmpty() ? new String[0] : text.split(";")) {
            double[] e = parse("history", epoch, 9);
            history.add(new EpochMetrics((int) e[0], e[1], e[2], e[3], e[4], e[5], (float) e[6], e[7], e[8]));
        }
        return history;
    }
}
