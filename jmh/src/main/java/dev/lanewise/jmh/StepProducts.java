package dev.lanewise.jmh;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The matrix products of a training step without the rest of it: same shapes, same order, same calls. */
final class StepProducts {
    private final Workers workers;
    private final TrainingShape shape;
    /** Weights of each layer, and as many gradients. */
    private final float[][] weights;
    private final float[][] gradients;
    private final float[][] biases;
    /** Inputs of each layer and the outputs of the last, and as many gradients. */
    private final float[][] values;
    private final float[][] valueGradients;

    StepProducts(TrainingShape shape, Workers workers) {
        this.shape = shape;
        this.workers = workers;
        int[] widths = shape.widths().stream().mapToInt(Integer::intValue).toArray();
        int layers = shape.layers();
        weights = arrays(IntStream.range(0, layers).map(i -> widths[i] * widths[i + 1]).toArray());
        gradients = arrays(IntStream.range(0, layers).map(i -> widths[i] * widths[i + 1]).toArray());
        biases = arrays(Arrays.copyOfRange(widths, 1, widths.length));
        values = arrays(Arrays.stream(widths).map(width -> shape.batch() * width).toArray());
        valueGradients = arrays(Arrays.stream(widths).map(width -> shape.batch() * width).toArray());
    }

    /** Values of a size that does not grow from layer to layer. */
    private static float[][] arrays(int[] sizes) {
        float[][] arrays = new float[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            arrays[i] = new float[sizes[i]];
            Philox.uniform(1, i, 0, -0.05f, 0.05f, sizes[i], arrays[i], 0);
        }
        return arrays;
    }

    /** Nanoseconds of a step's products: the median of the steps that fill the time given. */
    double nanos(double seconds) {
        double[] times = new double[1 << 16];
        int steps = 0;
        long start = System.nanoTime();
        long before = start;
        while (steps < times.length && (before - start) * 1e-9 < seconds) {
            run();
            long now = System.nanoTime();
            times[steps++] = now - before;
            before = now;
        }
        return Times.median(Arrays.stream(times, 0, steps).sorted().toArray());
    }

    private void run() {
        for (int i = 0; i < shape.layers(); i++) {
            forward(i);
        }
        for (int i = shape.layers() - 1; i >= 0; i--) {
            backward(i);
        }
    }

    /** With bias and ReLU, which are part of the call. */
    private void forward(int i) {
        int k = shape.widths().get(i);
        int n = shape.widths().get(i + 1);
        Activation activation = i < shape.layers() - 1 ? Activation.RELU : Activation.IDENTITY;
        Gemm.linear(workers, Transpose.N, shape.batch(), n, k, values[i], 0, k, weights[i], 0, n, biases[i],
                0, activation, 0f, values[i + 1], 0, n, values[i + 1], 0, n);
    }

    private void backward(int i) {
        int inputs = shape.widths().get(i);
        int units = shape.widths().get(i + 1);
        int batch = shape.batch();
        float[] dy = valueGradients[i + 1];
        Gemm.sgemm(workers, Transpose.T, Transpose.N, inputs, units, batch, 1f, values[i], 0, inputs, dy, 0,
                units, 0f, gradients[i], 0, units);
        if (i > 0) {
            Gemm.sgemm(workers, Transpose.N, Transpose.T, batch, inputs, units, 1f, dy, 0, units, weights[i],
                    0, units, 0f, valueGradients[i], 0, inputs);
        }
    }
}
