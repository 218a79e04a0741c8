package dev.lanewise.jmh;

import java.util.Arrays;

/**
 * A network of dense layers with ReLU between them, and its batch.
 *
 * @param name the widths and the batch, such as {@code 784-512-512-10:128}
 * @param widths inputs, units of each layer
 * @param batch samples a step
 */
public record TrainingShape(String name, int[] widths, int batch) {
    /** Read once each: gradient, weight and Adam's two moments; written once each: all but the gradient. */
    private static final int ADAM_BYTES = 7 * Float.BYTES;

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static TrainingShape parse(String name) {
        if (!name.matches("[1-9]\\d{0,4}(-[1-9]\\d{0,4})+:[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException(
                    "network: " + name + " (expected widths and a batch, such as 784-512-512-10:128)");
        }
        int colon = name.indexOf(':');
        return new TrainingShape(name,
                Arrays.stream(name.substring(0, colon).split("-")).mapToInt(Integer::parseInt).toArray(),
                Integer.parseInt(name.substring(colon + 1)));
    }

    /** Features of a sample. */
    public int inputs() {
        return widths[0];
    }

    /** Classes. */
    public int outputs() {
        return widths[widths.length - 1];
    }

    /** Of dense layers. */
    public int layers() {
        return widths.length - 1;
    }

    /** The words that describe the layers. */
    public String spec() {
        StringBuilder spec = new StringBuilder("dense:" + widths[1]);
        for (int i = 2; i < widths.length; i++) {
            spec.append(" relu dense:").append(widths[i]);
        }
        return spec.toString();
    }

    /**
     * Floating-point operations of a sample in the products of a step: forward, the gradients of the weights and, but for the
     * first layer, those of the inputs, two for a multiply-add.
     */
    double flops() {
        double flops = 0;
        for (int i = 0; i < layers(); i++) {
            flops += (i == 0 ? 2 : 3) * 2.0 * widths[i] * widths[i + 1];
        }
        return flops;
    }

    long parameters() {
        long parameters = 0;
        for (int i = 0; i < layers(); i++) {
            parameters += (widths[i] + 1L) * widths[i + 1];
        }
        return parameters;
    }

    /** The last batch may be smaller. */
    int steps(int samples) {
        return (samples + batch - 1) / batch;
    }

    /** Nanoseconds that an epoch takes at least: the products at the peak, and then Adam at the memory's bandwidth. */
    double bound(int samples, double gflops, double gigabytes) {
        return samples * flops() / gflops + (double) steps(samples) * parameters() * ADAM_BYTES / gigabytes;
    }
}
