package dev.lanewise.nn;

import java.util.Locale;

/**
 * When to stop a training before its last epoch: once the monitored number has not improved for {@code patience} epochs
 * in a row. The words and their meaning are those of Keras. {@link EarlyStoppingParser} reads them;
 * {@link EarlyStopper} decides.
 *
 * @param monitor the number
 * @param patience epochs in a row without improvement that stop the training, at least 1
 * @param minimumImprovement an improvement is a number better than the best so far by more than this; at least 0
 * @param warmUp first epochs that are not looked at: they neither improve nor count as without improvement; at least 0
 * @param restoreBest whether the network ends with the parameters of the best epoch, and not of the last
 */
public record EarlyStopping(Monitor monitor, int patience, double minimumImprovement, int warmUp,
        boolean restoreBest) {
    /** Checks the settings. */
    public EarlyStopping {
        atLeast("patience", patience, 1);
        if (!(minimumImprovement >= 0) || Double.isInfinite(minimumImprovement)) {
            throw new IllegalArgumentException(
                    "min-delta: " + minimumImprovement + " (expected >= 0 and finite)");
        }
        atLeast("warmup", warmUp, 0);
    }

    /** On the validation loss; any improvement counts, no warm-up, the best parameters restored. */
    public static EarlyStopping patience(int epochs) {
        return new EarlyStopping(Monitor.VALIDATION_LOSS, epochs, 0, 0, true);
    }

    /** All settings, such as {@code patience=5,min-delta=0.001,monitor=val-loss,warmup=3,restore-best=true}. */
    public String spec() {
        String delta = Double.toString(minimumImprovement);
        return String.format(Locale.ROOT, "patience=%d,min-delta=%s,monitor=%s,warmup=%d,restore-best=%b",
                patience, delta.endsWith(".0") ? delta.substring(0, delta.length() - 2) : delta,
                monitor.name(), warmUp, restoreBest);
    }

    private static void atLeast(String name, int value, int fewest) {
        if (value < fewest) {
            throw new IllegalArgumentException(name + ": " + value + " (expected >= " + fewest + ")");
        }
    }
}
