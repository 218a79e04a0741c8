package dev.lanewise.jmh;

import java.util.List;
import java.util.stream.Stream;

/**
 * A network of dense layers with ReLU between them, and its batch.
 *
 * @param name the widths and the batch, such as {@code 784-512-512-10:128}
 * @param widths inputs, units of each layer
 * @param batch samples a step
 */
public record TrainingShape(String name, List<Integer> widths, int batch) {
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
                Stream.of(name.substring(0, colon).split("-", -1)).map(Integer::valueOf).toList(),
                Integer.parseInt(name.substring(colon + 1)));
    }

    /** Features of a sample. */
    public int inputs() {
        return widths.getFirst();
    }

    /** Classes. */
    public int outputs() {
        return widths.getLast();
    }

    /** Of dense layers. */
    public int layers() {
        return widths.size() - 1;
    }

    /** The words that describe the layers. */
    public String spec() {
        StringBuilder spec = new StringBuilder("dense:" + widths.get(1));
        for (int i = 2; i < widths.size(); i++) {
            spec.append(" relu dense:").append(widths.get(i));
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
            flops += (i == 0 ? 2 : 3) * 2.0 * widths.get(i) * widths.get(i + 1);
        }
        return flops;
    }

    long parameters() {
        long parameters = 0;
        for (int i = 0; i < layers(); i++) {
            parameters += (widths.get(i) + 1L) * widths.get(i + 1);
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
