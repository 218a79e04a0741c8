package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import dev.lanewise.nn.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What more and more thinned networks on the average make of samples, beside the weight-scaled network.
 *
 * @param scaledAccuracy of the weight-scaled network
 * @param single each thinned network alone
 * @param points after some numbers of them
 */
record EnsembleCourse(double scaledAccuracy, List<Single> single, List<Point> points) {
    /**
     * A thinned network alone.
     *
     * @param accuracy of it
     * @param distance of its probabilities from the weight-scaled network's
     */
    record Single(double accuracy, double distance) {
    }

    /**
     * After some thinned networks.
     *
     * @param members how many
     * @param accuracy of the mean of their probabilities
     * @param distance of that mean from the weight-scaled network's probabilities
     * @param geometric distance of the probabilities of their mean scores from them; up to a factor these are the
     *        geometric means of probabilities
     * @param agreement part of the samples for which both say the same class
     */
    record Point(int members, double accuracy, double distance, double geometric, double agreement) {
    }

    /** Of a network with the lecture's dropout. */
    static EnsembleCourse of(Setting setting, Network network, Dataset data, List<Integer> sizes) {
        int n = data.size();
        float[] rows = new float[n * data.features()];
        data.gather(IntStream.range(0, n).toArray(), 0, n, rows);
        float[] logits = new float[n * network.outputs()];
        new Predictor(network, n, setting.workers()).outputs(n, rows, logits);
        EnsembleMean scaled = new EnsembleMean(data);
        scaled.add(logits);
        double[] wanted = scaled.arithmetic();

        EnsembleThin thin = new EnsembleThin(setting, network);
        Predictor predictor = thin.predictor(n);
        EnsembleMean mean = new EnsembleMean(data);
        List<Single> single = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int m = 1; m <= sizes.getLast(); m++) {
            float[] outputs = thin.outputs(m, predictor, n, rows);
            mean.add(outputs);
            EnsembleMean alone = new EnsembleMean(data);
            alone.add(outputs);
            double[] probabilities = alone.arithmetic();
            single.add(new Single(alone.accuracy(probabilities), alone.distance(probabilities, wanted)));
            if (sizes.contains(m)) {
                double[] arithmetic = mean.arithmetic();
                points.add(new Point(m, mean.accuracy(arithmetic), mean.distance(arithmetic, wanted),
                        mean.distance(mean.geometric(), wanted), mean.agreement(arithmetic, wanted)));
            }
        }
        return new EnsembleCourse(scaled.accuracy(wanted), single, points);
    }

    /** The mean of some number of the thinned networks alone. */
    double meanSingle(ToDoubleFunction<Single> number) {
        return single.stream().mapToDouble(number).average().orElseThrow();
    }

    /** Some number of every point. */
    double[] all(ToDoubleFunction<Point> number) {
        return points.stream().mapToDouble(number).toArray();
    }
}
