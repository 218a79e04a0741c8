package dev.lanewise.nn.optim;

import java.util.List;
import java.util.Optional;

/**
 * Lowers the rate when a loss no longer falls: the settings of a {@link PlateauReducer}, whose factor the trainer applies
 * beside this schedule's, which is 1. Names and meaning as in Keras: the rate is lowered in the epoch that is the
 * {@code patience}-th in a row without an improvement (PyTorch's patience is one less).
 * {@code plateau:FACTOR:PATIENCE[:MIN_DELTA[:COOLDOWN[:FLOOR]]]}.
 *
 * @param factor that a reduction multiplies the rate by, in (0, 1)
 * @param patience epochs without improvement that lower the rate, at least 1
 * @param minimumImprovement an improvement is a loss lower by more than this; at least 0
 * @param cooldown epochs behind a reduction that do not count as without improvement, at least 0
 * @param floor the smallest product of factors, in [0, 1]
 */
public record ReduceOnPlateau(double factor, int patience, double minimumImprovement, int cooldown,
        double floor) implements Schedule {
    static final double USUAL_IMPROVEMENT = 1e-4;

    /** Checks the settings. */
    public ReduceOnPlateau {
        Bounds.check("factor", factor, factor > 0 && factor < 1, "> 0 and < 1");
        Bounds.atLeast("patience", patience, 1);
        Bounds.notNegative("minimumImprovement", minimumImprovement);
        Bounds.atLeast("cooldown", cooldown, 0);
        Bounds.fraction("floor", floor);
    }

    /** An improvement of at least 1e-4, as in Keras; no cooldown, no floor. */
    public ReduceOnPlateau(double factor, int patience) {
        this(factor, patience, USUAL_IMPROVEMENT, 0, 0);
    }

    /** Always 1: the reductions are the reducer's. */
    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        return 1;
    }

    @Override
    public Optional<ReduceOnPlateau> plateau() {
        return Optional.of(this);
    }

    @Override
    public String spec() {
        return Word.of("plateau",
                List.of(Word.text(factor), String.valueOf(patience), Word.text(minimumImprovement),
                        String.valueOf(cooldown), Word.text(floor)),
                Word.text(USUAL_IMPROVEMENT), "0", "0");
    }
}
