package dev.lanewise.nn;

import dev.lanewise.kernels.MaxNorm;
import dev.lanewise.kernels.Workers;
import java.util.ArrayList;
import java.util.List;

/** Limits the norm of each unit's incoming weights, in ranges of units that threads share out among themselves. */
final class NormLimit implements Workers.Work {
    /** Units of a range at most. */
    private static final int RANGE = 256;

    private final float[] parameters;
    private final float limit;
    private final Workers workers;
    private final List<Range> ranges;

    /** Some columns of a weight matrix. */
    private record Range(int rows, int columns, int offset, int ld) {
    }

    NormLimit(Network network, float limit, Workers workers) {
        this.parameters = network.parameters();
        this.limit = limit;
        this.workers = workers;
        List<Range> made = new ArrayList<>();
        for (NetworkTensor tensor : network.tensors()) {
            if (tensor.tensor().isWeight()) {
                int units = tensor.shape().getLast();
                int rows = tensor.size() / units;
                for (int unit = 0; unit < units; unit += RANGE) {
                    made.add(new Range(rows, Math.min(RANGE, units - unit), tensor.offset() + unit, units));
                }
            }
        }
        ranges = List.copyOf(made);
    }

    void apply() {
        workers.run(ranges.size(), this);
    }

    @Override
    public void run(int part) {
        Range range = ranges.get(part);
        MaxNorm.apply(range.rows, range.columns, limit, parameters, range.offset, range.ld);
    }
}
