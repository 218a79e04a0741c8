package dev.lanewise.nn;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.StepValues;
import dev.lanewise.nn.optim.Update;
import java.util.ArrayList;
import java.util.List;

/** Steps all parameters of a network, in ranges that threads share out among themselves. */
final class ParameterUpdate implements Workers.Work {
    /** Parameters of a range at most, unless there would be too many ranges: with its slots it fits a second-level cache. */
    private static final int RANGE = 1 << 15;

    private final Optimizer optimizer;
    private final Workers workers;
    private final List<Update> ranges;

    ParameterUpdate(Network network, Optimizer optimizer, float[] gradients, List<float[]> slots,
            StepValues values, Workers workers) {
        this.optimizer = optimizer;
        this.workers = workers;
        int most = Math.max(RANGE, network.parameterCount() / (Workers.MAX_PARTS / 2));
        List<Update> made = new ArrayList<>();
        for (NetworkTensor tensor : network.tensors()) {
            for (int from = 0; from < tensor.size(); from += most) {
                made.add(new Update(network.parameters(), gradients, slots, values, tensor.offset() + from,
                        Math.min(most, tensor.size() - from), tensor.tensor().isWeight()));
            }
        }
        ranges = List.copyOf(made);
    }

    void step() {
        workers.run(ranges.size(), this);
    }

    @Override
    public void run(int part) {
        optimizer.step(ranges.get(part));
    }
}
