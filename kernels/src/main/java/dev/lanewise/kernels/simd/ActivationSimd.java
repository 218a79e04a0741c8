package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.MathCoefficients.*;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.reference.MathReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code ActivationReference}'s functions in vectors. The operations of a loop are written out: a helper that takes
 * vectors may be left a call, which boxes them. Those that are made of an element function and a little more are in
 * {@link GatedSimd}.
 */
public final class ActivationSimd {
    private ActivationSimd() {
    }

    /** {@code y[i] = activation(x[i])}. */
    public static void activate(Activation activation, float alpha, int n, float[] x, int xOffset, float[] y,
            int yOffset) {
        switch (activation) {
            case IDENTITY -> System.arraycopy(x, xOffset, y, yOffset, n);
            case RELU -> relu(n, x, xOffset, y, yOffset);
            case LEAKY_RELU -> leakyRelu(n, x, xOffset, alpha, y, yOffset);
            case ELU -> GatedSimd.elu(n, x, xOffset, alpha, y, yOffset);
            case SELU -> GatedSimd.selu(n, x, xOffset, y, yOffset);
            case SIGMOID -> sigmoid(n, x, xOffset, y, yOffset);
            case TANH -> tanh(n, x, xOffset, y, yOffset);
            case SOFTPLUS -> SoftplusErfSimd.softplus(n, x, xOffset, y, yOffset);
            case GELU -> GatedSimd.gelu(n, x, xOffset, y, yOffset);
            case GELU_TANH -> GatedSimd.geluTanh(n, x, xOffset, y, yOffset);
            case SILU -> GatedSimd.silu(n, x, xOffset, y, yOffset);
        }
    }

    private static void relu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            v.blend(0f, v.lt(0f)).intoArray(y, yOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            v.blend(0f, v.lt(0f)).intoArray(y, yOffset + i, tail);
        }
    }

    private static void leakyRelu(int n, float[] x, int xOffset, float alpha, float[] y, int yOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            v.blend(v.mul(alpha), v.lt(0f)).intoArray(y, yOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            v.blend(v.mul(alpha), v.lt(0f)).intoArray(y, yOffset + i, tail);
        }
    }

    /** {@code y[i] = sigmoid(x[i])}. */
    static void sigmoid(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int whole = Lanes.bound(n);
        sigmoidOfVectors(whole, x, xOffset, y, yOffset);
        if (whole < n) {
            float[] tail = Scratch.tail(x, xOffset + whole, n - whole);
            sigmoidOfVectors(Lanes.COUNT, tail, 0, tail, 0);
            System.arraycopy(tail, 0, y, yOffset + whole, n - whole);
        }
    }

    /** {@link MathReference#sigmoid} on every lane; n is a multiple of the lanes. */
    private static void sigmoidOfVectors(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector negative = v.reinterpretAsInts().or(SIGN_BIT).reinterpretAsFloats();
            FloatVector bounded = negative.blend(EXP_MIN, negative.compare(LT, EXP_MIN));
            FloatVector shifted = bounded.fma(FloatVector.broadcast(Lanes.F, LOG2_E),
                    FloatVector.broadcast(Lanes.F, EXP_ROUND));
            FloatVector exponent = shifted.sub(EXP_ROUND);
            FloatVector high = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_HIGH), bounded);
            FloatVector r = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_LOW), high);
            FloatVector q = FloatVector.broadcast(Lanes.F, EXP_4)
                    .fma(r, FloatVector.broadcast(Lanes.F, EXP_3));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_2));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_1));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_0));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
            IntVector twice = shifted.reinterpretAsInts();
            IntVector half = twice.lanewise(ASHR, 1);
            FloatVector scale = half.lanewise(LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
            FloatVector rest = twice.sub(half).lanewise(LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
            FloatVector e = q.mul(scale).mul(rest);
            FloatVector s = e.div(e.add(1f));
            FloatVector numerator = FloatVector.broadcast(Lanes.F, 1f).blend(e, v.compare(LT, 0f));
            numerator.neg().fma(s, numerator).intoArray(y, yOffset + i);
        }
    }

    private static void tanh(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int whole = Lanes.bound(n);
        tanhOfVectors(whole, x, xOffset, y, yOffset);
        if (whole < n) {
            float[] tail = Scratch.tail(x, xOffset + whole, n - whole);
            tanhOfVectors(Lanes.COUNT, tail, 0, tail, 0);
            System.arraycopy(tail, 0, y, yOffset + whole, n - whole);
        }
    }

    /** {@link MathReference#tanh} on every lane; n is a multiple of the lanes. */
    private static void tanhOfVectors(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            IntVector bits = FloatVector.fromArray(Lanes.F, x, xOffset + i).reinterpretAsInts();
            FloatVector magnitude = bits.and(~SIGN_BIT).reinterpretAsFloats();
            FloatVector bounded = magnitude.blend(TANH_MAX, magnitude.compare(GT, TANH_MAX));
            // halfExpm1.
            FloatVector twice = bounded.add(bounded);
            FloatVector shifted = twice.fma(FloatVector.broadcast(Lanes.F, LOG2_E),
                    FloatVector.broadcast(Lanes.F, TANH_ROUND));
            FloatVector exponent = shifted.sub(TANH_ROUND);
            FloatVector high = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_HIGH), twice);
            FloatVector r = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_LOW), high);
            FloatVector q = FloatVector.broadcast(Lanes.F, EXPM1_4)
                    .fma(r, FloatVector.broadcast(Lanes.F, EXPM1_3));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXPM1_2));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXPM1_1));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXPM1_0));
            FloatVector expm1 = q.mul(r).fma(r, r);
            FloatVector scale = shifted.reinterpretAsInts()
                    .lanewise(LSHL, EXPONENT_SHIFT)
                    .reinterpretAsFloats();
            FloatVector h = scale.fma(expm1, scale.sub(0.5f));
            FloatVector quotient = h.div(h.add(1f));
            FloatVector t = quotient.blend(h.neg().fma(quotient, h), h.compare(LT, TANH_REFINED));
            t.reinterpretAsInts().or(bits.and(SIGN_BIT)).reinterpretAsFloats().intoArray(y, yOffset + i);
        }
    }

    /** {@code z[i,j] = z[i,j] + bias[j]}. */
    public static void addBias(int rows, int columns, float[] z, int zOffset, int ldz, float[] bias,
            int biasOffset) {
        for (int i = 0; i < rows; i++) {
            addBiasRow(columns, z, zOffset + i * ldz, bias, biasOffset);
        }
    }

    private static void addBiasRow(int n, float[] z, int zOffset, float[] bias, int biasOffset) {
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            FloatVector vz = FloatVector.fromArray(Lanes.F, z, zOffset + j);
            vz.add(FloatVector.fromArray(Lanes.F, bias, biasOffset + j)).intoArray(z, zOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            FloatVector vz = FloatVector.fromArray(Lanes.F, z, zOffset + j, tail);
            vz.add(FloatVector.fromArray(Lanes.F, bias, biasOffset + j, tail))
                    .intoArray(z, zOffset + j, tail);
        }
    }
}
