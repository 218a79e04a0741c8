package dev.lanewise.reports;

import dev.lanewise.kernels.Backend;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.TargetScore;
import java.util.Locale;

/** Figures as all outputs write them. */
final class Figures {
    private Figures() {
    }

    /** Such as {@code 97.31 %}. */
    static String percent(double fraction) {
        return Double.isNaN(fraction) ? "NaN" : String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
    }

    /** Such as {@code 0.0912}, and {@code 2.4e+14} for a training that went astray. */
    static String loss(double loss) {
        return String.format(Locale.ROOT, loss < 1000 ? "%.4f" : "%.1e", loss);
    }

    /** Such as {@code 12,000}. */
    static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** Such as {@code epoch  1/12  train loss 0.4321  accuracy 87.21 %  41,234 samples/s}. */
    static String epoch(EpochMetrics metrics, int epochs) {
        int digits = Integer.toString(epochs).length();
        String number = String.format(Locale.ROOT, "epoch %" + digits + "d/%d", metrics.epoch(), epochs);
        String penalty = metrics.penalty() == 0 ? "" : "  penalty " + loss(metrics.penalty());
        String validation = Double.isNaN(metrics.validationLoss())
                ? ""
                : "  validation loss " + loss(metrics.validationLoss())
                        + accuracy(metrics.validationAccuracy());
        return number + "  train loss " + loss(metrics.trainLoss()) + accuracy(metrics.trainAccuracy())
                + penalty + validation + "  " + count(metrics.samplesPerSecond()) + " samples/s";
    }

    private static String accuracy(double fraction) {
        return Double.isNaN(fraction) ? "" : "  accuracy " + percent(fraction);
    }

    /**
     * Such as {@code accuracy 97.31 %  loss 0.0912}, for one target {@code rmse 2.913  mae 2.101  R^2 0.9012  loss 0.0912},
     * and for several, whose units differ, {@code mean R^2 0.9012  loss 0.0912}.
     */
    static String result(Evaluation result) {
        String score = switch (result.targets().size()) {
            case 0 -> "accuracy " + percent(result.accuracy());
            case 1 -> score(result.targets().getFirst());
            default -> "mean R^2 " + r2(result.r2());
        };
        return score + "  loss " + loss(result.loss());
    }

    /** Such as {@code rmse 2.913  mae 2.101  R^2 0.9012}. */
    static String score(TargetScore score) {
        return "rmse " + measure(score.rmse()) + "  mae " + measure(score.mae()) + "  R^2 " + r2(score.r2());
    }

    /** Four digits of a number of any size, such as {@code 2.913} and {@code 5.132e+04}. */
    static String measure(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }

    /** Such as {@code 0.9012}, and {@code -2.4e+14} for a training that went astray; undefined if all targets are equal. */
    static String r2(double r2) {
        if (Double.isNaN(r2)) {
            return "undefined (all targets are equal)";
        }
        return String.format(Locale.ROOT, r2 <= -1000 ? "%.1e" : "%.4f", r2);
    }

    /** Such as {@code simd, 512-bit vectors}. */
    static String backend(Capabilities machine) {
        return machine.backend() == Backend.SIMD
                ? "simd, " + machine.vectorBits() + "-bit vectors"
                : "reference";
    }

    /** Such as {@code 2 threads}. */
    static String threads(int threads) {
        return threads == 1 ? "1 thread" : threads + " threads";
    }
}
