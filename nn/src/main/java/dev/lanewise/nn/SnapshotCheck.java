package dev.lanewise.nn;

import dev.lanewise.nn.optim.PlateauReducer;
import dev.lanewise.nn.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a training can go on from a {@link TrainingSnapshot}. */
final class SnapshotCheck {
    private final SnapshotReader reader;
    private final TrainingSettings settings;
    private final TrainingFacts facts;
    private long batch;

    private SnapshotCheck(TrainingSnapshot snapshot, TrainingSettings settings, TrainingFacts facts) {
        reader = new SnapshotReader(snapshot);
        this.settings = settings;
        this.facts = facts;
    }

    /**
     * Checks that a snapshot is whole, of this training, and does not contradict itself.
     *
     * @throws IllegalArgumentException naming what is missing, corrupt or different
     */
    static void check(TrainingSnapshot snapshot, TrainingSettings settings, TrainingFacts facts) {
        SnapshotCheck check = new SnapshotCheck(snapshot, settings, facts);
        check.origin();
        check.position();
        SnapshotHistory.check(snapshot.history(), facts);
        check.sums();
        check.memory();
        check.tensors();
    }

    /** Names all that has changed since, not only the first. */
    private void origin() {
        String version = reader.text("version");
        if (!version.equals(SnapshotCodec.VERSION)) {
            throw new IllegalArgumentException("snapshot: version is " + Excerpt.of(version) + " (expected "
                    + SnapshotCodec.VERSION + ", as this version of lanewise writes it)");
        }
        Map<String, String> expected = new LinkedHashMap<>(settings.texts());
        expected.putAll(facts.texts());
        List<String> changes = new ArrayList<>();
        expected.forEach((name, text) -> {
            String found = reader.text(SnapshotCodec.SETTING + name);
            if (!found.equals(text)) {
                changes.add(change(name, Excerpt.of(found), Excerpt.of(text)));
            }
        });
        if (!changes.isEmpty()) {
            throw new IllegalArgumentException("snapshot: " + String.join("; ", changes));
        }
    }

    /** What data are is told by a fingerprint, which means nothing to a reader. */
    private static String change(String name, String found, String expected) {
        return name.endsWith("Data")
                ? name + ": rows or values have changed since the training began (fingerprint " + found
                        + " then, " + expected + " now)"
                : name + " is " + found + " (expected " + expected + ", as this training has it)";
    }

    /** Epoch, batch and step say the same. */
    private void position() {
        int stepsPerEpoch = facts.stepsPerEpoch(settings.batchSize());
        long epoch = reader.whole("epoch", 1, settings.epochs());
        batch = reader.whole("batch", 0, stepsPerEpoch);
        long step = (epoch - 1) * stepsPerEpoch + batch;
        reader.whole("step", step, step);
        if (reader.snapshot().history().size() != epoch - 1) {
            throw new IllegalArgumentException("snapshot: history has " + reader.snapshot().history().size()
                    + " epochs (expected " + (epoch - 1) + ")");
        }
    }

    /** What is summed up of the epoch fits the samples of which it is. */
    private void sums() {
        long samples = Math.min(batch * settings.batchSize(), facts.train().size());
        double[] sums = reader.numbers("epochSums", SnapshotCodec.SUMS);
        if (!isOf(samples, sums[0], sums[1], sums[2], sums[3])) {
            throw new IllegalArgumentException("snapshot: epochSums is "
                    + Excerpt.of(reader.text("epochSums")) + " (expected loss, weight, right ones and "
                    + "seconds of " + samples + " samples)");
        }
    }

    private boolean isOf(long samples, double loss, double weight, double correct, double seconds) {
        boolean weighted = facts.train().weighted() || !settings.classWeights().isNone();
        long most = facts.train().classes() > 0 ? samples : 0;
        return Double.isFinite(loss) && isAmount(weight) && (weighted || weight == samples)
                && isAmount(correct) && correct == Math.rint(correct) && correct <= most && isAmount(seconds)
                && (samples > 0 || (loss == 0 && weight == 0 && seconds == 0));
    }

    private static boolean isAmount(double value) {
        return value >= 0 && Double.isFinite(value);
    }

    /** What optimizer, schedule and early stopping remember; the two last by going through the history again. */
    private void memory() {
        reader.requireFinite("scalars", settings.optimizer().scalars());
        List<EpochMetrics> history = reader.snapshot().history();
        settings.schedule().plateau().ifPresent(plateau -> {
            PlateauReducer reducer = new PlateauReducer(plateau);
            history.forEach(epoch -> reducer.observe(epoch.monitoredLoss()));
            expectMemory("plateau", reader.plateau(), reducer.state());
        });
        if (settings.earlyStopping() != null) {
            EarlyStopper stopper = new EarlyStopper(settings.earlyStopping());
            history.forEach(stopper::observe);
            expectMemory("earlyStopping", reader.earlyStopping(), stopper.state());
            if (stopper.shouldStop()) {
                throw new IllegalArgumentException("snapshot: epoch is " + reader.text("epoch")
                        + " (expected none, early stopping ends the training before)");
            }
        }
    }

    private static void expectMemory(String key, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("snapshot: " + key + " is " + found + " (expected " + expected
                    + ", by the history)");
        }
    }

    private void tensors() {
        int parameters = facts.network().parameterCount();
        List<String> names = new ArrayList<>(List.of(SnapshotCodec.PARAMETERS));
        if (settings.earlyStopping() != null && settings.earlyStopping().restoreBest()) {
            names.add(SnapshotCodec.BEST);
        }
        names.forEach(name -> requireFinite(name, reader.tensor(name, parameters)));
        for (String slot : settings.optimizer().slots()) {
            reader.tensor(SnapshotCodec.SLOT + slot, parameters);
            names.add(SnapshotCodec.SLOT + slot);
        }
        for (String name : reader.snapshot().tensors().keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "snapshot: " + Excerpt.of(name) + " (expected " + String.join(", ", names)
                                + " alone)");
            }
        }
    }

    private static void requireFinite(String name, float[] tensor) {
        Finiteness numbers = Finiteness.of(tensor.length, tensor, 0);
        if (!numbers.all()) {
            throw new IllegalArgumentException("snapshot: " + name + " is " + tensor[numbers.first()] + " at "
                    + numbers.first() + " (expected finite numbers)");
        }
    }
}
