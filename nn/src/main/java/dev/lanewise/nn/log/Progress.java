package dev.lanewise.nn.log;

import dev.lanewise.nn.TrainingSnapshot;

/**
 * How far a training has come that is resumed. A log drops what it holds from behind there, since that happens again.
 *
 * @param epochs completed, at least 0
 * @param steps completed, at least 0
 */
public record Progress(int epochs, long steps) {
    /** Of a training that begins: a log begins anew. */
    public static final Progress NONE = new Progress(0, 0);

    /** Checks the numbers. */
    public Progress {
        if (epochs < 0) {
            throw new IllegalArgumentException("epochs: " + epochs + " (expected >= 0)");
        }
        if (steps < epochs) {
            throw new IllegalArgumentException(
                    "steps: " + steps + " (expected at least one for each of " + epochs + " epochs)");
        }
    }

    /**
     * Of a training resumed from a snapshot.
     *
     * @throws IllegalArgumentException if the snapshot does not say
     */
    public static Progress of(TrainingSnapshot snapshot) {
        return new Progress((int) number(snapshot, "epoch") - 1, number(snapshot, "step"));
    }

    private static long number(TrainingSnapshot snapshot, String name) {
        String text = snapshot.values().getOrDefault(name, "none");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "snapshot: " + name + " " + text + " (expected a whole number)",
                    wrong);
        }
    }
}
