package dev.lanewise.nn;

/** Follows a training from epoch to epoch and says when {@link EarlyStopping} wants it to stop. */
public final class EarlyStopper {
    private final EarlyStopping settings;
    private int bestEpoch;
    private double best;
    private int waited;

    /**
     * All that the past has left, for checkpoints.
     *
     * @param bestEpoch from 1; 0 before the first improvement
     * @param best the monitored number of that epoch; the worst, an infinity, before the first improvement
     * @param waited epochs without improvement since then
     */
    public record State(int bestEpoch, double best, int waited) {
        /** Checks the numbers. */
        public State {
            if (bestEpoch < 0 || waited < 0 || Double.isNaN(best)) {
                throw new IllegalArgumentException("early stopping: bestEpoch " + bestEpoch + ", best " + best
                        + ", waited " + waited + " (expected >= 0, a number, >= 0)");
            }
        }
    }

    /** Before the first epoch. */
    public EarlyStopper(EarlyStopping settings) {
        this.settings = settings;
        best = settings.monitor().worst();
    }

    /**
     * Takes an epoch. NaN is never an improvement.
     *
     * @return whether it is the best so far, by more than the minimum improvement: its parameters are the ones to keep
     */
    public boolean observe(EpochMetrics epoch) {
        if (epoch.epoch() <= settings.warmUp()) {
            return false;
        }
        double value = settings.monitor().value(epoch);
        if (settings.monitor().gain(value, best) > settings.minimumImprovement()) {
            best = value;
            bestEpoch = epoch.epoch();
            waited = 0;
            return true;
        }
        waited++;
        return false;
    }

    /** Whether the training is to stop. */
    public boolean shouldStop() {
        return waited >= settings.patience();
    }

    /** The epoch, from 1, with the best number; 0 if there is none. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** The best number; an infinity if there is none. */
    public double best() {
        return best;
    }

    /** Epochs without improvement since the best. */
    public int waited() {
        return waited;
    }

    /** All that the past has left. */
    public State state() {
        return new State(bestEpoch, best, waited);
    }

    /** Goes on from there. */
    public void restore(State state) {
        bestEpoch = state.bestEpoch();
        best = state.best();
        waited = state.waited();
    }
}
