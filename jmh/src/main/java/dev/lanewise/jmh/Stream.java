package dev.lanewise.jmh;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.Dropout;
import dev.lanewise.kernels.Maxout;
import dev.lanewise.kernels.Optimizers;
import dev.lanewise.kernels.Prelu;

/** A kernel that does next to nothing but read and write, beside plain loops over the same arrays. */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
enum Stream {
    /** Reads x, writes y. */
    RELU((d, i, n) -> Activations.activate(Activation.RELU, 0f, n, d.x, i, d.y, i), Stream::map, Limit.COPY),
    /** Reads x, writes y. */
    LEAKY_RELU((d, i, n) -> Activations.activate(Activation.LEAKY_RELU, 0.01f, n, d.x, i, d.y, i),
            Stream::map, Limit.COPY),
    /** Reads x, writes y, in rows of 1,024 with a slope each. */
    PRELU((d, i, n) -> Prelu.forward(n / 1024, 1024, d.x, i, d.row, 0, d.y, i), Stream::map, Limit.COPY),
    /** Two pieces and a bias: reads x, writes half as many values to y and as many winners. */
    MAXOUT((d, i, n) -> Maxout.biasForward(n / 1024, 512, 2, d.x, i, d.row, 0, d.y, i / 2, d.winners, i / 2),
            Stream::map, Limit.COPY),
    /** At rate 0.5 the mask is made and applied: reads x, writes y. */
    DROPOUT((d, i, n) -> Dropout.forward(Activation.IDENTITY, 0f, 0.5f, true, 1, 2, i, n, d.x, i, d.y, i),
            Stream::map, Limit.COPY),
    /** Reads and writes y, in rows of 64. */
    ADD_BIAS((d, i, n) -> Activations.addBias(n / 64, 64, d.y, i, 64, d.row, 0), Stream::update, Limit.COPY),
    /** A step of gradient descent, y = y - a x: reads x and y, writes y. */
    SGD((d, i, n) -> Optimizers.sgd(n, 1e-6f, 1f, 0f, 0f, 0f, d.y, i, d.x, i), Stream::axpy, Limit.TRIAD);

    /** What the machine is measured by. */
    enum Limit {
        /** {@code y = x}. */
        COPY(2, (d, i, n) -> System.arraycopy(d.x, i, d.y, i, n)),
        /** {@code y = x + 3 z}. */
        TRIAD(3, Stream::triad);

        private final int arrays;
        private final Loop loop;

        Limit(int arrays, Loop loop) {
            this.arrays = arrays;
            this.loop = loop;
        }

        /** Read and written for one element. */
        int bytes() {
            return arrays * Float.BYTES;
        }

        Loop loop() {
            return loop;
        }
    }

    /** Arrays of one size. */
    static final class Data {
        final int n;
        final float[] x;
        final float[] y;
        final float[] z;
        /** A bias or slopes. */
        final float[] row = new float[1024];
        final int[] winners;

        Data(int n) {
            this.n = n;
            x = ElementBenchmark.draw(n);
            y = x.clone();
            z = x.clone();
            winners = new int[n / 2];
        }
    }

    /** On elements {@code first} to {@code first + n - 1}. */
    interface Loop {
        void run(Data data, int first, int n);
    }

    private final Loop kernel;
    private final Loop plain;
    private final Limit limit;

    Stream(Loop kernel, Loop plain, Limit limit) {
        this.kernel = kernel;
        this.plain = plain;
        this.limit = limit;
    }

    Loop kernel() {
        return kernel;
    }

    /** The same reads and writes as the JIT compiles them. */
    Loop plain() {
        return plain;
    }

    /** As many bytes. */
    Limit limit() {
        return limit;
    }

    private static void map(Data data, int first, int n) {
        float[] x = data.x;
        float[] y = data.y;
        for (int i = first; i < first + n; i++) {
            y[i] = x[i] + 1e-6f;
        }
    }

    private static void update(Data data, int first, int n) {
        float[] y = data.y;
        for (int i = first; i < first + n; i++) {
            y[i] = y[i] + 1e-6f;
        }
    }

    private static void axpy(Data data, int first, int n) {
        float[] x = data.x;
        float[] y = data.y;
        for (int i = first; i < first + n; i++) {
            y[i] = y[i] + 1e-6f * x[i];
        }
    }

    private static void triad(Data data, int first, int n) {
        float[] x = data.x;
        float[] y = data.y;
        float[] z = data.z;
        for (int i = first; i < first + n; i++) {
            y[i] = x[i] + 3f * z[i];
        }
    }
}
