package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Bias and activation of a linear layer, on a part of z that has just been computed and lies in a near cache:
 * {@code z[i,j] = z[i,j] + bias[j]; y[i,j] = activation(z[i,j])}. z may be y. The loops are alike and written out: a helper
 * that takes vectors may be left a call, and its operands boxed.
 */
final class GemmEpilogue {
    private float[] bias = {};
    private int biasOffset;
    private Activation activation = Activation.IDENTITY;
    private float alpha;
    private float[] z = {};
    private int zOffset;
    private int ldz;
    private float[] y = {};
    private int yOffset;
    private int ldy;
    /** Whether z is kept beside y. */
    private boolean keepZ;

    /** Sets the operands; names as in {@code Gemm.linear}. */
    @SuppressWarnings("ReferenceEquality") // the same memory is meant
    void operands(float[] theBias, int biasAt, Activation theActivation, float theAlpha, float[] theZ,
            int zAt,
            int strideZ, float[] theY, int yAt, int strideY) {
        bias = theBias;
        biasOffset = biasAt;
        activation = theActivation;
        alpha = theAlpha;
        z = theZ;
        zOffset = zAt;
        ldz = strideZ;
        y = theY;
        yOffset = yAt;
        ldy = strideY;
        keepZ = theZ != theY || zAt != yAt;
    }

    /** Lets go of the caller's arrays. */
    void clear() {
        bias = z = y = GemmCall.NONE;
    }

    /** Finishes rows [i0, i1), columns [j0, j1). */
    void apply(int i0, int i1, int j0, int j1) {
        for (int j = j0; j < j1; j += Lanes.COUNT) {
            int n = Math.min(Lanes.COUNT, j1 - j);
            int b = biasOffset + j;
            int zAt = zOffset + i0 * ldz + j;
            int yAt = yOffset + i0 * ldy + j;
            switch (activation) {
                case IDENTITY -> identity(i1 - i0, n, b, zAt, yAt);
                case RELU -> relu(i1 - i0, n, b, zAt, yAt);
                case LEAKY_RELU -> leakyRelu(i1 - i0, n, b, zAt, yAt);
                default -> other(i1 - i0, n, b, zAt, yAt);
            }
        }
    }

    private void identity(int rows, int n, int biasAt, int zAt, int yAt) {
        VectorMask<Float> inside = Lanes.F.indexInRange(0, n);
        FloatVector b = FloatVector.fromArray(Lanes.F, bias, biasAt, inside);
        for (int i = 0; i < rows; i++) {
            FloatVector sum = FloatVector.fromArray(Lanes.F, z, zAt + i * ldz, inside).add(b);
            if (keepZ) {
                sum.intoArray(z, zAt + i * ldz, inside);
            }
            sum.intoArray(y, yAt + i * ldy, inside);
        }
    }

    private void relu(int rows, int n, int biasAt, int zAt, int yAt) {
        VectorMask<Float> inside = Lanes.F.indexInRange(0, n);
        FloatVector b = FloatVector.fromArray(Lanes.F, bias, biasAt, inside);
        for (int i = 0; i < rows; i++) {
            FloatVector sum = FloatVector.fromArray(Lanes.F, z, zAt + i * ldz, inside).add(b);
            if (keepZ) {
                sum.intoArray(z, zAt + i * ldz, inside);
            }
            sum.blend(0f, sum.lt(0f)).intoArray(y, yAt + i * ldy, inside);
        }
    }

    private void leakyRelu(int rows, int n, int biasAt, int zAt, int yAt) {
        VectorMask<Float> inside = Lanes.F.indexInRange(0, n);
        FloatVector b = FloatVector.fromArray(Lanes.F, bias, biasAt, inside);
        for (int i = 0; i < rows; i++) {
            FloatVector sum = FloatVector.fromArray(Lanes.F, z, zAt + i * ldz, inside).add(b);
            if (keepZ) {
                sum.intoArray(z, zAt + i * ldz, inside);
            }
            sum.blend(sum.mul(alpha), sum.lt(0f)).intoArray(y, yAt + i * ldy, inside);
        }
    }

    /** In two steps, as the function is a method of its own; the row is in the first-level cache. */
    private void other(int rows, int n, int biasAt, int zAt, int yAt) {
        identity(rows, n, biasAt, zAt, yAt);
        for (int i = 0; i < rows; i++) {
            ActivationSimd.activate(activation, alpha, n, y, yAt + i * ldy, y, yAt + i * ldy);
        }
    }
}
