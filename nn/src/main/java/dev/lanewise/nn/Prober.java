package dev.lanewise.nn;

import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.ClassWeights;
import dev.lanewise.nn.data.Dataset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes {@link Probe}s. */
final class Prober {
    private final Network network;
    private final Loss loss;
    private final ClassWeights classWeights;
    private final Workers workers;

    Prober(Network network, Loss loss, ClassWeights classWeights, Workers workers) {
        this.network = network;
        this.loss = loss;
        this.classWeights = classWeights;
        this.workers = workers;
    }

    Probe probe(Dataset data, long seed) {
        Workspace workspace = new Workspace(network, data.size(), workers, true);
        LossPass lossPass = new LossPass(loss, workspace, network.outputs(), classWeights);
        double sum = new Evaluator(network, workspace, lossPass)
                .forward(data, TrainingRun.ascending(data.size()), 0, data.size(), seed, 1, 0);
        double accuracy = data.classes() > 0 ? (double) lossPass.correct() / data.size() : Double.NaN;
        lossPass.backward();
        workspace.backward();
        return new Probe(data.size(), sum / lossPass.weight(), accuracy,
                IntStream.range(0, network.layers().size()).mapToObj(i -> layer(workspace, i)).toList());
    }

    private ProbedLayer layer(Workspace workspace, int i) {
        Layer layer = network.layers().get(i);
        Pass pass = workspace.passOf(i);
        List<NetworkTensor> weights = network.tensors()
                .stream()
                .filter(inLayer(i))
                .filter(tensor -> tensor.tensor().isWeight())
                .toList();
        return new ProbedLayer(i, layer.spec(), weights.stream().mapToInt(NetworkTensor::size).sum(),
                norm(weights, network.parameters()), norm(weights, workspace.gradients()),
                workspace.outputsReplaced(i) ? Double.NaN : ActivationStatistics.deviation(pass),
                ActivationStatistics.saturated(layer, pass), ActivationStatistics.dead(layer, pass));
    }

    private static Predicate<NetworkTensor> inLayer(int i) {
        return tensor -> tensor.layer() == i;
    }

    private static double norm(List<NetworkTensor> tensors, float[] values) {
        return tensors.stream()
                .mapToDouble(tensor -> Reductions.l2Norm(tensor.size(), values, tensor.offset()))
                .reduce(0, Math::hypot);
    }
}
