package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.ActivationReference.DENSITY_0;
import static dev.lanewise.kernels.reference.ActivationReference.GATE_BOUND;
import static dev.lanewise.kernels.reference.ActivationReference.GELU_CUBIC;
import static dev.lanewise.kernels.reference.ActivationReference.GELU_LINEAR;

import static jdk.incubator.vector.VectorOperators.GT;

import dev.lanewise.kernels.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code ActivationReference}'s gradients that need element functions of the arguments x, in vectors: passes over a strip,
 * as in {@link GatedSimd}; b is x within ±150. dx may be x or dy: a strip of it is written in the last pass.
 */
final class GatedGradientSimd {
    private GatedGradientSimd() {
    }

    static void activateBackward(Activation activation, int n, float[] x, int xOffset, float[] dy,
            int dyOffset, float[] dx, int dxOffset) {
        for (int done = 0; done < n; done += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - done);
            strip(activation, count, x, xOffset + done, dy, dyOffset + done, dx, dxOffset + done);
        }
    }

    private static void strip(Activation activation, int n, float[] x, int xOffset, float[] dy, int dyOffset,
            float[] dx, int dxOffset) {
        Scratch scratch = Scratch.get();
        float[] s = scratch.strip;
        switch (activation) {
            case SOFTPLUS -> {
                ActivationSimd.sigmoid(n, x, xOffset, s, 0);
                softplus(n, s, dy, dyOffset, dx, dxOffset);
            }
            case SILU -> {
                ActivationSimd.sigmoid(n, x, xOffset, s, 0);
                silu(n, x, xOffset, s, dy, dyOffset, dx, dxOffset);
            }
            case GELU -> {
                density(n, x, xOffset, scratch.otherStrip);
                GatedSimd.normalGate(n, x, xOffset, s);
                gelu(n, x, xOffset, s, scratch.otherStrip, dy, dyOffset, dx, dxOffset);
            }
            case GELU_TANH -> {
                GatedSimd.geluTanhGate(n, x, xOffset, s);
                geluTanh(n, x, xOffset, s, dy, dyOffset, dx, dxOffset);
            }
            default -> throw new IllegalArgumentException("activation: " + activation);
        }
    }

    /** {@code dx[i] = dy[i] * s[i]}. */
    private static void softplus(int n, float[] s, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector.fromArray(Lanes.F, dy, dyOffset + i, inside)
                    .mul(FloatVector.fromArray(Lanes.F, s, i))
                    .intoArray(dx, dxOffset + i, inside);
        }
    }

    /** {@code dx[i] = dy[i] * fma(b * s[i], 1 - s[i], s[i])}. */
    private static void silu(int n, float[] x, int xOffset, float[] s, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        FloatVector one = FloatVector.broadcast(Lanes.F, 1f);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            FloatVector atLeast = v.blend(-GATE_BOUND, v.lt(-GATE_BOUND));
            FloatVector b = atLeast.blend(GATE_BOUND,
                    atLeast.compare(GT, GATE_BOUND));
            FloatVector vs = FloatVector.fromArray(Lanes.F, s, i);
            FloatVector slope = b.mul(vs).fma(one.sub(vs), vs);
            FloatVector.fromArray(Lanes.F, dy, dyOffset + i, inside)
                    .mul(slope)
                    .intoArray(dx, dxOffset + i, inside);
        }
    }

    /** {@code density[i] = DENSITY_0 * exp(b * -0.5 * b)}; the factor is left to the last pass. */
    private static void density(int n, float[] x, int xOffset, float[] density) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            FloatVector atLeast = v.blend(-GATE_BOUND, v.lt(-GATE_BOUND));
            FloatVector b = atLeast.blend(GATE_BOUND,
                    atLeast.compare(GT, GATE_BOUND));
            b.mul(-0.5f).mul(b).intoArray(density, i);
        }
        ElementMathSimd.exp(n, density, 0, density, 0);
    }

    /** {@code dx[i] = dy[i] * fma(b, DENSITY_0 * e[i], cdf[i])}. */
    private static void gelu(int n, float[] x, int xOffset, float[] cdf, float[] e, float[] dy, int dyOffset,
            float[] dx, int dxOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            FloatVector atLeast = v.blend(-GATE_BOUND, v.lt(-GATE_BOUND));
            FloatVector b = atLeast.blend(GATE_BOUND,
                    atLeast.compare(GT, GATE_BOUND));
            FloatVector slope = FloatVector.fromArray(Lanes.F, e, i)
                    .mul(DENSITY_0)
                    .fma(b, FloatVector.fromArray(Lanes.F, cdf, i));
            FloatVector.fromArray(Lanes.F, dy, dyOffset + i, inside)
                    .mul(slope)
                    .intoArray(dx, dxOffset + i, inside);
        }
    }

    /** {@code dx[i] = dy[i] * fma(b * w, s[i] * (1 - s[i]), s[i])} with {@code w = fma(b * b, 3 GELU_CUBIC, GELU_LINEAR)}. */
    private static void geluTanh(int n, float[] x, int xOffset, float[] s, float[] dy, int dyOffset,
            float[] dx, int dxOffset) {
        FloatVector one = FloatVector.broadcast(Lanes.F, 1f);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            FloatVector atLeast = v.blend(-GATE_BOUND, v.lt(-GATE_BOUND));
            FloatVector b = atLeast.blend(GATE_BOUND,
                    atLeast.compare(GT, GATE_BOUND));
            FloatVector w = b.mul(b)
                    .fma(FloatVector.broadcast(Lanes.F, 3f * GELU_CUBIC),
                            FloatVector.broadcast(Lanes.F, GELU_LINEAR));
            FloatVector vs = FloatVector.fromArray(Lanes.F, s, i);
            FloatVector slope = b.mul(w).fma(vs.mul(one.sub(vs)), vs);
            FloatVector.fromArray(Lanes.F, dy, dyOffset + i, inside)
                    .mul(slope)
                    .intoArray(dx, dxOffset + i, inside);
        }
    }
}
