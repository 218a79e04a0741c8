package dev.lanewise.jmh.peers;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.Dropout;
import dev.lanewise.kernels.ElementMath;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.PackedMatrix;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.util.Arrays;

/** This library: Java arrays, the output given; with several threads each takes a share of the elements or rows. */
final class LanewiseElements implements ElementLibrary {
    /** A kernel on a part of the output. */
    private interface Part {
        void run(int first, int n);
    }

    private final Workers workers;
    private long step;

    LanewiseElements(Workers workers) {
        this.workers = workers;
    }

    @Override
    public String describe() {
        return LanewiseProduct.library();
    }

    @Override
    public ElementCall prepare(ElementWork work, Operands operands) {
        float[] y = new float[work.elements()];
        Arrays.fill(y, Float.NaN);
        return call(y, work.isDense() ? dense(work, operands, y) : shared(work, part(work, operands.x(), y)));
    }

    private Runnable dense(ElementWork work, Operands operands, float[] y) {
        int k = work.columns();
        int n = work.units();
        PackedMatrix w = PackedMatrix.of(Transpose.N, k, n, operands.w(), 0, n);
        return () -> Gemm.linear(workers, work.rows(), operands.x(), 0, k, w, operands.bias(), 0,
                Activation.RELU, 0f, y, 0, n, y, 0, n);
    }

    private Part part(ElementWork work, float[] x, float[] y) {
        int columns = work.columns();
        return switch (work.kind()) {
            case RELU -> activation(Activation.RELU, 0f, x, y);
            case LEAKY_RELU -> activation(Activation.LEAKY_RELU, ElementKind.SLOPE, x, y);
            case SIGMOID -> activation(Activation.SIGMOID, 0f, x, y);
            case TANH -> activation(Activation.TANH, 0f, x, y);
            case EXP -> (first, n) -> ElementMath.exp(n, x, first, y, first);
            case SOFTMAX -> (first, n) -> Losses.softmax(n, columns, x, first * columns, columns, y,
                    first * columns, columns);
            case GELU -> activation(Activation.GELU, 0f, x, y);
            case DROPOUT -> dropout(x, y);
            case DENSE_RELU ->
                throw new IllegalArgumentException("work: " + work + " (expected what the library has)");
        };
    }

    private static Part activation(Activation activation, float slope, float[] x, float[] y) {
        return (first, n) -> Activations.activate(activation, slope, n, x, first, y, first);
    }

    /** Each call is a step with a mask of its own. */
    private Part dropout(float[] x, float[] y) {
        return (first, n) -> Dropout.forward(Activation.IDENTITY, 0f, ElementKind.RATE, true, 1, step, first,
                n, x, first, y, first);
    }

    /** Rows of softmax, else elements. */
    private Runnable shared(ElementWork work, Part part) {
        int total = work.kind() == ElementKind.SOFTMAX ? work.rows() : work.elements();
        int threads = workers.threads();
        if (threads == 1) {
            return () -> part.run(0, total);
        }
        Workers.Work share = i -> {
            int first = (int) ((long) total * i / threads);
            part.run(first, (int) ((long) total * (i + 1) / threads) - first);
        };
        return () -> workers.run(threads, share);
    }

    private ElementCall call(float[] y, Runnable once) {
        return new ElementCall() {
            @Override
            public void run(int calls) {
                for (int i = 0; i < calls; i++) {
                    step++;
                    once.run();
                }
            }

            @Override
            public float[] result() {
                run(1);
                return y.clone();
            }
        };
    }
}
