package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.ActivationReference.GATE_BOUND;
import static dev.lanewise.kernels.reference.ActivationReference.GELU_CUBIC;
import static dev.lanewise.kernels.reference.ActivationReference.GELU_LINEAR;
import static dev.lanewise.kernels.reference.ActivationReference.SELU_SCALE;
import static dev.lanewise.kernels.reference.ActivationReference.SELU_SCALED_ALPHA;
import static dev.lanewise.kernels.reference.ActivationReference.SQRT_HALF;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code ActivationReference}'s functions that are made of an element function and a little more, in vectors: passes over
 * a strip that stays in the first-level cache, so that each element function is compiled in one place. Each pass is one
 * masked loop. x may be y: a strip of y is written when its x is no longer needed.
 */
final class GatedSimd {
    private GatedSimd() {
    }

    /** {@code y[i] = x[i] < 0 ? alpha * expm1(x[i]) : x[i]}. */
    static void elu(int n, float[] x, int xOffset, float alpha, float[] y, int yOffset) {
        exponentialBelow(n, x, xOffset, alpha, 1f, y, yOffset);
    }

    /** {@code y[i] = x[i] < 0 ? SELU_SCALED_ALPHA * expm1(x[i]) : SELU_SCALE * x[i]}. */
    static void selu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        exponentialBelow(n, x, xOffset, SELU_SCALED_ALPHA, SELU_SCALE, y, yOffset);
    }

    private static void exponentialBelow(int n, float[] x, int xOffset, float below, float above, float[] y,
            int yOffset) {
        float[] strip = Scratch.get().strip;
        for (int done = 0; done < n; done += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - done);
            ElementMathSimd.expm1(count, x, xOffset + done, strip, 0);
            joinAtZero(count, x, xOffset + done, strip, below, above, y, yOffset + done);
        }
    }

    /** Multiplying by 1 changes nothing, so ELU and SELU share the loop. */
    private static void joinAtZero(int n, float[] x, int xOffset, float[] strip, float below, float above,
            float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            FloatVector e = FloatVector.fromArray(Lanes.F, strip, i);
            v.mul(above).blend(e.mul(below), v.lt(0f)).intoArray(y, yOffset + i, inside);
        }
    }

    /** {@code y[i] = b * sigmoid(x[i])} with b = x[i], at least -150. */
    static void silu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] strip = Scratch.get().strip;
        for (int done = 0; done < n; done += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - done);
            ActivationSimd.sigmoid(count, x, xOffset + done, strip, 0);
            gate(count, x, xOffset + done, strip, y, yOffset + done);
        }
    }

    /** {@code y[i] = b * sigmoid(b * fma(GELU_CUBIC, b * b, GELU_LINEAR))} with b as in silu. */
    static void geluTanh(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] strip = Scratch.get().strip;
        for (int done = 0; done < n; done += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - done);
            geluTanhGate(count, x, xOffset + done, strip);
            gate(count, x, xOffset + done, strip, y, yOffset + done);
        }
    }

    /** {@code strip[i] = sigmoid(b * fma(GELU_CUBIC, b * b, GELU_LINEAR))} with b = x[i] within ±150: beyond, it is 0 or 1. */
    static void geluTanhGate(int n, float[] x, int xOffset, float[] strip) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            FloatVector b = v.blend(-GATE_BOUND, v.lt(-GATE_BOUND));
            b.mul(b)
                    .fma(FloatVector.broadcast(Lanes.F, GELU_CUBIC),
                            FloatVector.broadcast(Lanes.F, GELU_LINEAR))
                    .mul(b)
                    .intoArray(strip, i);
        }
        ActivationSimd.sigmoid(n, strip, 0, strip, 0);
    }

    /** {@code y[i] = b * fma(0.5, erf(x[i] * sqrt(1/2)), 0.5)} with b as in silu. */
    static void gelu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] strip = Scratch.get().strip;
        for (int done = 0; done < n; done += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - done);
            normalGate(count, x, xOffset + done, strip);
            gate(count, x, xOffset + done, strip, y, yOffset + done);
        }
    }

    /** {@code strip[i] = fma(0.5, erf(x[i] * sqrt(1/2)), 0.5)}. */
    static void normalGate(int n, float[] x, int xOffset, float[] strip) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector.fromArray(Lanes.F, x, xOffset + i, inside).mul(SQRT_HALF).intoArray(strip, i);
        }
        SoftplusErfSimd.erf(n, strip, 0, strip, 0);
        FloatVector half = FloatVector.broadcast(Lanes.F, 0.5f);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            half.fma(FloatVector.fromArray(Lanes.F, strip, i), half).intoArray(strip, i);
        }
    }

    /** {@code y[i] = b * gate[i]} with b = x[i], at least -150. */
    private static void gate(int n, float[] x, int xOffset, float[] gate, float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            v.blend(-GATE_BOUND, v.lt(-GATE_BOUND))
                    .mul(FloatVector.fromArray(Lanes.F, gate, i))
                    .intoArray(y, yOffset + i, inside);
        }
    }
}
