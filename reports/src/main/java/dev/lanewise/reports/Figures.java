package dev.lanewise.reports;

import dev.lanewise.kernels.Backend;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Evaluation;
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

    /** Such as {@code accuracy 97.31 %  loss 0.0912}, of regression {@code RMSE 2.31  MAE 1.72  R^2 0.9120  loss 0.0880}. */
    static String result(Evaluation result) {
        String quality = Double.isNaN(result.accuracy())
                ? "RMSE " + loss(result.rmse()) + "  MAE " + loss(result.mae()) + "  R^2 " + loss(result.r2())
                : "accuracy " + percent(result.accuracy());
        return quality + "  loss " + loss(result.loss());
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
