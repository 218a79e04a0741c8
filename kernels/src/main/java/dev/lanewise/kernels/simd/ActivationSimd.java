package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.MathCoefficients.*;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.reference.MathReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code ActivationReference} in vectors. The few operations of a loop are written out in body and tail: a helper was left
 * a call, and its operands boxed, in one of ten JVMs with mixed call profiles.
 */
public final class ActivationSimd {
    private ActivationSimd() {
    }

    /** {@code y[i] = activation(x[i])}; a slope counts for {@code LEAKY_RELU} alone. */
    public static void activate(Activation activation, float slope, int n, float[] x, int xOffset, float[] y,
            int yOffset) {
        switch (activation) {
            case IDENTITY -> System.arraycopy(x, xOffset, y, yOffset, n);
            case RELU -> relu(n, x, xOffset, y, yOffset);
            case LEAKY_RELU -> leakyRelu(n, x, xOffset, slope, y, yOffset);
            case SIGMOID -> sigmoid(n, x, xOffset, y, yOffset);
            case TANH -> tanh(n, x, xOffset, y, yOffset);
        }
    }

    /** {@code y[i] = relu(x[i])}. */
    public static void relu(int n, float[] x, int xOffset, float[] y, int yOffset) {
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

    /** {@code dx[i] = x[i] < 0 ? +0 : dy[i]}. */
    public static void reluBackward(int n, float[] x, int xOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i);
            vdy.blend(0f, vx.lt(0f)).intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i, tail);
            vdy.blend(0f, vx.lt(0f)).intoArray(dx, dxOffset + i, tail);
        }
    }

    /** {@code y[i] = x[i] < 0 ? slope * x[i] : x[i]}. */
    public static void leakyRelu(int n, float[] x, int xOffset, float slope, float[] y, int yOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            v.blend(v.mul(slope), v.lt(0f)).intoArray(y, yOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            v.blend(v.mul(slope), v.lt(0f)).intoArray(y, yOffset + i, tail);
        }
    }

    /** {@code dx[i] = x[i] < 0 ? slope * dy[i] : dy[i]}. */
    public static void leakyReluBackward(int n, float[] x, int xOffset, float[] dy, int dyOffset, float slope,
            float[] dx, int dxOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i);
            vdy.blend(vdy.mul(slope), vx.lt(0f)).intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i, tail);
            vdy.blend(vdy.mul(slope), vx.lt(0f)).intoArray(dx, dxOffset + i, tail);
        }
    }

    /** {@code y[i] = sigmoid(x[i])}. */
    public static void sigmoid(int n, float[] x, int xOffset, float[] y, int yOffset) {
        // One masked loop: inlined twice, for body and tail, the function would exceed C2's node budget and box vectors.
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            LaneMath.sigmoid(FloatVector.fromArray(Lanes.F, x, xOffset + i, inside))
                    .intoArray(y, yOffset + i, inside);
        }
    }

    /** {@code dx[i] = dy[i] * (y[i] * (1 - y[i]))}. */
    public static void sigmoidBackward(int n, float[] y, int yOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        FloatVector one = FloatVector.broadcast(Lanes.F, 1f);
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + i);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i);
            vdy.mul(vy.mul(one.sub(vy))).intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + i, tail);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i, tail);
            vdy.mul(vy.mul(one.sub(vy))).intoArray(dx, dxOffset + i, tail);
        }
    }

    /**
     * {@code y[i] = tanh(x[i])}: {@link MathReference#tanh} on every lane. The function stands in the loop, not in
     * {@link LaneMath}: so the method is too large for C2 to inline into its callers, where it has no room left for the
     * vector operations and boxes them (seen as 1.3-40 ns an element instead of 0.35).
     */
    public static void tanh(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            IntVector bits = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside).reinterpretAsInts();
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
            t.reinterpretAsInts()
                    .or(bits.and(SIGN_BIT))
                    .reinterpretAsFloats()
                    .intoArray(y, yOffset + i, inside);
        }
    }

    /** {@code dx[i] = dy[i] * fma(-y[i], y[i], 1)}. */
    public static void tanhBackward(int n, float[] y, int yOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        FloatVector one = FloatVector.broadcast(Lanes.F, 1f);
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + i);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i);
            vdy.mul(vy.neg().fma(vy, one)).intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + i, tail);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i, tail);
            vdy.mul(vy.neg().fma(vy, one)).intoArray(dx, dxOffset + i, tail);
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
