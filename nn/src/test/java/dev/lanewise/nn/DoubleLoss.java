package dev.lanewise.nn;

import java.util.Arrays;

/** The losses of one sample in plain double arithmetic, written from their formulas. */
final class DoubleLoss {
    private DoubleLoss() {
    }

    static double of(Loss loss, double[] y, double[] target) {
        if (loss instanceof Loss.SoftmaxCrossEntropy(float smoothing)) {
            return crossEntropy(y, target, smoothing);
        }
        double sum = 0;
        for (int j = 0; j < y.length; j++) {
            sum += element(loss, y[j], target[j]);
        }
        return sum / y.length;
    }

    /**
     * How far outputs are from where the loss has no first or second derivative. Exactly 0 is what a ReLU or a mask has made
     * of an output, and a small step leaves it there.
     */
    static double kinkDistance(Loss loss, double[] y, double[] target) {
        double distance = Double.POSITIVE_INFINITY;
        for (int j = 0; j < y.length; j++) {
            double error = Math.abs(y[j] - target[j]);
            double kink = switch (loss) {
                case Loss.MeanAbsoluteError _ -> error;
                case Loss.Huber(float delta) -> Math.abs(error - delta);
                default -> Double.POSITIVE_INFINITY;
            };
            distance = y[j] == 0 ? distance : Math.min(distance, kink);
        }
        return distance;
    }

    private static double element(Loss loss, double y, double target) {
        double error = Math.abs(y - target);
        return switch (loss) {
            case Loss.MeanSquaredError _ -> error * error;
            case Loss.MeanAbsoluteError _ -> error;
            case Loss.Huber(float delta) ->
                error <= delta ? error * error / 2 : delta * (error - (double) delta / 2);
            case Loss.BinaryCrossEntropy _ ->
                -target * Math.log(sigmoid(y)) - (1 - target) * Math.log(sigmoid(-y));
            case Loss.SoftmaxCrossEntropy _ -> throw new IllegalArgumentException("no sum over elements");
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double crossEntropy(double[] y, double[] target, double smoothing) {
        double sum = Arrays.stream(y).map(Math::exp).sum();
        double loss = 0;
        for (int j = 0; j < y.length; j++) {
            double smooth = (1 - smoothing) * target[j] + smoothing / y.length;
            loss -= smooth * (y[j] - Math.log(sum));
        }
        return loss;
    }
}
