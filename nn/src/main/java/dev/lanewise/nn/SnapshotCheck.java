package dev.lanewise.nn;

import java.util.Map;

/** Whether a training can go on from a {@link TrainingSnapshot}. */
final class SnapshotCheck {
    private SnapshotCheck() {
    }

    /**
     * Checks that a snapshot is whole and of this training.
     *
     * @param facts what else than settings it must agree in
     * @param parameters of the network
     * @throws IllegalArgumentException naming what is missing, corrupt or different
     */
    static void check(TrainingSnapshot snapshot, TrainingSettings settings, Map<String, String> facts,
            int parameters) {
        SnapshotReader reader = new SnapshotReader(snapshot);
        expect(reader, "version", SnapshotCodec.VERSION, "as this version of lanewise writes it");
        settings.texts().forEach((name, text) -> same(reader, name, text));
        facts.forEach((name, text) -> same(reader, name, text));
        reader.whole("step", 0);
        reader.whole("batch", 0);
        reader.history();
        reader.numbers("epochSums", SnapshotCodec.SUMS);
        reader.numbers("scalars", settings.optimizer().scalars());
        if (settings.schedule().plateau().isPresent()) {
            reader.plateau();
        }
        if (settings.earlyStopping() != null) {
            reader.earlyStopping();
        }
        tensors(reader, settings, parameters);
    }

    private static void tensors(SnapshotReader reader, TrainingSettings settings, int parameters) {
        reader.tensor(SnapshotCodec.PARAMETERS, parameters);
        settings.optimizer().slots().forEach(slot -> reader.tensor(SnapshotCodec.SLOT + slot, parameters));
        if (settings.earlyStopping() != null && settings.earlyStopping().restoreBest()) {
            reader.tensor(SnapshotCodec.BEST, parameters);
        }
    }

    private static void same(SnapshotReader reader, String name, String text) {
        expect(reader, SnapshotCodec.SETTING + name, text, "as this training has it");
    }

    private static void expect(SnapshotReader reader, String key, String expected, String why) {
        String found = reader.text(key);
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("snapshot: " + key.replace(SnapshotCodec.SETTING, "") + " is "
                    + found + " (expected " + expected + ", " + why + ")");
        }
    }
}
