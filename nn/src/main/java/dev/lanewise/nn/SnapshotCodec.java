package dev.lanewise.nn;

import dev.lanewise.nn.optim.PlateauReducer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between a {@link TrainingState} and a {@link TrainingSnapshot}. */
final class SnapshotCodec {
    static final String VERSION = "2";
    static final String SETTING = "setting.";
    static final String PARAMETERS = "parameters";
    static final String SLOT = "optimizer.";
    static final String BEST = "best";
    /** How many numbers are summed up in an epoch. */
    static final int SUMS = 4;

    private SnapshotCodec() {
    }

    static TrainingSnapshot write(TrainingState state, TrainingSettings settings, TrainingFacts facts) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", VERSION);
        settings.texts().forEach((name, text) -> values.put(SETTING + name, text));
        facts.texts().forEach((name, text) -> values.put(SETTING + name, text));
        values.put("step", String.valueOf(state.step));
        values.put("epoch", String.valueOf(state.epoch));
        values.put("batch", String.valueOf(state.batch));
        values.put("epochSums", numbers(state.loss, state.weight, (double) state.correct, state.seconds));
        values.put("scalars", numbers(state.values.scalars()));
        if (state.plateau != null) {
            PlateauReducer.State s = state.plateau.state();
            values.put("plateau", numbers(s.factor(), s.best(), s.waited(), s.cooling()));
        }
        if (state.stopper != null) {
            EarlyStopper.State s = state.stopper.state();
            values.put("earlyStopping", numbers(s.bestEpoch(), s.best(), s.waited()));
        }
        return new TrainingSnapshot(values, tensors(state, settings),
                Collections.unmodifiableList(state.history));
    }

    private static Map<String, float[]> tensors(TrainingState state, TrainingSettings settings) {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        tensors.put(PARAMETERS, state.parameters);
        for (int i = 0; i < state.slots.size(); i++) {
            tensors.put(SLOT + settings.optimizer().slots().get(i), state.slots.get(i));
        }
        if (state.best.length > 0) {
            tensors.put(BEST, state.best);
        }
        return tensors;
    }

    /**
     * Brings a state, fresh from the same settings, to where the snapshot was taken.
     *
     * @throws IllegalArgumentException if the snapshot is of other settings, another network or corrupt, before
     *         anything changes
     */
    static void read(TrainingSnapshot snapshot, TrainingState state, TrainingSettings settings,
            TrainingFacts facts) {
        SnapshotCheck.check(snapshot, settings, facts);
        SnapshotReader reader = new SnapshotReader(snapshot);
        if (state.plateau != null) {
            state.plateau.restore(reader.plateau());
        }
        if (state.stopper != null) {
            state.stopper.restore(reader.earlyStopping());
        }
        state.step = reader.whole("step", 0, Long.MAX_VALUE);
        state.epoch = (int) reader.whole("epoch", 1, settings.epochs());
        state.batch = (int) reader.whole("batch", 0, state.step);
        double[] sums = reader.numbers("epochSums", SUMS);
        state.loss = sums[0];
        state.weight = sums[1];
        state.correct = (long) sums[2];
        state.seconds = sums[3];
        double[] scalars = state.values.scalars();
        System.arraycopy(reader.numbers("scalars", scalars.length), 0, scalars, 0, scalars.length);
        state.history.clear();
        state.history.addAll(snapshot.history());
        tensors(state, settings).forEach((name, array) -> System
                .arraycopy(reader.tensor(name, array.length), 0, array, 0, array.length));
    }

    private static String numbers(double... numbers) {
        List<String> texts = new ArrayList<>();
        for (double number : numbers) {
            texts.add(Double.toHexString(number));
        }
        return String.join(" ", texts);
    }
}
