package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Reductions;

/** Statistics of the outputs that a forward pass has left. */
final class ActivationStatistics {
    private ActivationStatistics() {
    }

    static double mean(Pass pass) {
        return Reductions.mean(size(pass), pass.y(), 0);
    }

    static double deviation(Pass pass) {
        return Math.sqrt(Reductions.variance(size(pass), pass.y(), 0));
    }

    private static int size(Pass pass) {
        return pass.batch() * pass.outputs();
    }

    /** {@link LayerStatistics#saturated}. */
    static double saturated(Layer layer, Pass pass) {
        return switch (layer) {
            case ActivationLayer(Activation f, float _) when f == Activation.SIGMOID ->
                outside(pass, LayerStatistics.SATURATION, 1 - LayerStatistics.SATURATION);
            case ActivationLayer(Activation f, float _) when f == Activation.TANH ->
                outside(pass, -LayerStatistics.TANH_SATURATION, LayerStatistics.TANH_SATURATION);
            default -> Double.NaN;
        };
    }

    private static double outside(Pass pass, float low, float high) {
        float[] y = pass.y();
        int n = size(pass);
        int outside = 0;
        for (int i = 0; i < n; i++) {
            // Two conditional moves; one branch on either would be mispredicted.
            outside += (y[i] < low ? 1 : 0) + (y[i] > high ? 1 : 0);
        }
        return (double) outside / n;
    }

    /** {@link LayerStatistics#dead}. */
    static double dead(Layer layer, Pass pass) {
        if (!(layer instanceof ActivationLayer(Activation f, float _) && f == Activation.RELU)) {
            return Double.NaN;
        }
        int units = pass.outputs();
        float[] sums = new float[units];
        // No output is negative, so that a sum is 0 only if all its terms are.
        Reductions.columnSums(pass.batch(), units, pass.y(), 0, units, sums, 0);
        int dead = 0;
        for (float sum : sums) {
            dead += sum == 0 ? 1 : 0;
        }
        return (double) dead / units;
    }

    /** {@link LayerStatistics#winnerEntropy}. */
    static double winnerEntropy(Layer layer, Pass pass) {
        if (!(layer instanceof Maxout(int units, int pieces, var _))) {
            return Double.NaN;
        }
        int[] wins = new int[units * pieces];
        int[] winner = pass.saved();
        for (int i = 0, k = 0; i < pass.batch(); i++) {
            for (int j = 0; j < units; j++, k++) {
                wins[j * pieces + winner[k]]++;
            }
        }
        double sum = 0;
        for (int count : wins) {
            double p = (double) count / pass.batch();
            sum -= count == 0 ? 0 : p * Math.log(p);
        }
        return sum / Math.log(pieces) / units;
    }
}
