package dev.lanewise.nn.optim;

/**
 * Follows a loss from epoch to epoch and lowers the learning rate when it no longer falls, as {@link ReduceOnPlateau}
 * says. An epoch improves if its loss is lower than the best so far by more than the minimum improvement; the first finite
 * one does, NaN and infinity never do.
 */
public final class PlateauReducer {
    private final ReduceOnPlateau settings;
    private double factor = 1;
    private double best = Double.POSITIVE_INFINITY;
    private int waited;
    private int cooling;

    /**
     * All that the past has left, for checkpoints.
     *
     * @param factor the product of the reductions, in (0, 1], or 0 if it became so
     * @param best the lowest loss; infinite before the first
     * @param waited epochs since the last improvement that count
     * @param cooling epochs to come that do not count
     */
    public record State(double factor, double best, int waited, int cooling) {
        /** Checks the numbers. */
        public State {
            Bounds.fraction("factor", factor);
            Bounds.check("best", best, !Double.isNaN(best), "a number");
            Bounds.atLeast("waited", waited, 0);
            Bounds.atLeast("cooling", cooling, 0);
        }
    }

    /** Before the first epoch. */
    public PlateauReducer(ReduceOnPlateau settings) {
        this.settings = settings;
    }

    /**
     * Takes the loss of an epoch.
     *
     * @return whether the rate is lower from now on
     */
    public boolean observe(double loss) {
        if (Double.isFinite(loss) && best - loss > settings.minimumImprovement()) {
            best = loss;
            waited = 0;
        } else {
            waited++;
        }
        if (cooling > 0) {
            cooling--;
            waited = 0;
        }
        return waited >= settings.patience() && reduce();
    }

    private boolean reduce() {
        double before = factor;
        factor = Math.max(settings.floor(), before * settings.factor());
        waited = 0;
        cooling = settings.cooldown();
        return factor < before;
    }

    /** What the learning rate is multiplied by, beside the schedule's own factor. */
    public float factor() {
        return (float) factor;
    }

    /** All that the past has left. */
    public State state() {
        return new State(factor, best, waited, cooling);
    }

    /** Goes on from there. */
    public void restore(State state) {
        factor = state.factor();
        best = state.best();
        waited = state.waited();
        cooling = state.cooling();
    }
}
