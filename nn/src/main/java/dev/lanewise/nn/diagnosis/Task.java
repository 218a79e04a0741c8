package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Loss;
import dev.lanewise.nn.TargetScaling;
import dev.lanewise.nn.data.Dataset;
import java.util.function.DoubleUnaryOperator;

/**
 * What there is to learn, and how well a guess does that never looks at the inputs.
 *
 * @param classes number of classes; 0 for regression
 * @param majority share of the largest class; NaN for regression
 * @param guessLoss loss of always giving the classes' shares, or the targets' means: for cross-entropy the entropy of the
 *        shares, ln K if K classes are equally frequent
 */
record Task(int classes, double majority, double guessLoss) {
    static Task of(Dataset data, Loss loss, TargetScaling scaling) {
        return data.classes() > 0 ? classification(data, loss) : regression(data, loss, scaling);
    }

    private static Task classification(Dataset data, Loss loss) {
        double[] shares = new double[data.classes()];
        for (int i = 0; i < data.size(); i++) {
            shares[data.label(i)] += 1.0 / data.size();
        }
        double majority = 0;
        double guess = 0;
        for (double share : shares) {
            majority = Math.max(majority, share);
            guess += loss instanceof Loss.SoftmaxCrossEntropy(float smoothing)
                    ? entropy(share * (1 - smoothing) + smoothing / shares.length)
                    : perOutput(loss, share) / shares.length;
        }
        return new Task(data.classes(), majority, guess);
    }

    private static double entropy(double p) {
        return p > 0 ? -p * Math.log(p) : 0;
    }

    /** Of an output that is 1 with a probability and always given that number. */
    private static double perOutput(Loss loss, double p) {
        return loss instanceof Loss.BinaryCrossEntropy
                ? entropy(p) + entropy(1 - p)
                : p * of(loss).applyAsDouble(1 - p) + (1 - p) * of(loss).applyAsDouble(-p);
    }

    private static Task regression(Dataset data, Loss loss, TargetScaling scaling) {
        double sum = 0;
        for (int j = 0; j < data.targets(); j++) {
            double unit = scaling.isNone() ? 1 : scaling.deviation()[j];
            double mean = 0;
            for (int i = 0; i < data.size(); i++) {
                mean += data.target(i, j) / (double) data.size();
            }
            for (int i = 0; i < data.size(); i++) {
                sum += of(loss).applyAsDouble((data.target(i, j) - mean) / unit);
            }
        }
        return new Task(0, Double.NaN, sum / data.size() / data.targets());
    }

    /** Loss by the error. */
    private static DoubleUnaryOperator of(Loss loss) {
        return switch (loss) {
            case Loss.MeanAbsoluteError _ -> Math::abs;
            case Loss.Huber(float delta) -> e -> Math.abs(e) <= delta
                    ? e * e / 2
                    : delta * (Math.abs(e) - delta / 2);
            default -> e -> e * e;
        };
    }

    boolean classification() {
        return classes > 0;
    }

    /** Which part of the guess's loss is gone: 0 for a guess, 1 for a loss of 0, below 0 for worse than a guess. */
    double learnt(double loss) {
        return 1 - loss / guessLoss;
    }
}
