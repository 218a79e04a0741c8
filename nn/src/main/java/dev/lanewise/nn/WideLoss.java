package dev.lanewise.nn;

/** The losses of outputs beside targets in double, for sums that overflow in float although their mean does not. */
final class WideLoss {
    private WideLoss() {
    }

    /** Sum of the losses of {@code y[at..at+n)} beside {@code t[at..at+n)}. */
    static double sum(Loss loss, int n, float[] y, float[] t, int at) {
        double sum = 0;
        for (int i = at; i < at + n; i++) {
            sum += of(loss, y[i], t[i]);
        }
        return sum;
    }

    private static double of(Loss loss, double y, double t) {
        double a = Math.abs(y - t);
        return switch (loss) {
            case Loss.MeanSquaredError _ -> a * a;
            case Loss.MeanAbsoluteError _ -> a;
            case Loss.Huber(float delta) -> a <= delta ? a * a / 2 : delta * (a - delta / 2.0);
            case Loss.BinaryCrossEntropy _ -> binaryCrossEntropy(y, t);
            case Loss.SoftmaxCrossEntropy _ -> throw new AssertionError("no sum over elements");
        };
    }

    /** Without the term {@code log(1 + exp(-|y|))}, at most 0.7: sums that come here are beyond 1e38. */
    private static double binaryCrossEntropy(double y, double t) {
        double wrong = y < 0 ? t : 1 - t;
        return wrong == 0 ? 0 : Math.abs(y) * wrong;
    }
}
