package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.ActivationReference.SELU_SCALE;
import static dev.lanewise.kernels.reference.ActivationReference.SELU_SCALED_ALPHA;

import dev.lanewise.kernels.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code ActivationReference}'s gradients in vectors; what takes the values y or no element function stands here, the
 * rest in {@link GatedGradientSimd}.
 */
public final class ActivationGradientSimd {
    private ActivationGradientSimd() {
    }

    /** {@code dx[i] = gradient(saved[i], dy[i])}. */
    public static void activateBackward(Activation activation, float alpha, int n, float[] saved,
            int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        switch (activation) {
            case IDENTITY -> System.arraycopy(dy, dyOffset, dx, dxOffset, n);
            case RELU -> relu(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case LEAKY_RELU -> leakyRelu(n, saved, savedOffset, dy, dyOffset, alpha, dx, dxOffset);
            case ELU -> elu(n, saved, savedOffset, dy, dyOffset, alpha, dx, dxOffset);
            case SELU -> selu(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case SIGMOID -> sigmoid(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case TANH -> tanh(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case SOFTPLUS, SILU, GELU, GELU_TANH -> GatedGradientSimd.activateBackward(activation, n, saved,
                    savedOffset, dy, dyOffset, dx, dxOffset);
        }
    }

    private static void relu(int n, float[] x, int xOffset, float[] dy, int dyOffset, float[] dx,
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

    private static void leakyRelu(int n, float[] x, int xOffset, float[] dy, int dyOffset, float alpha,
            float[] dx, int dxOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i);
            vdy.blend(vdy.mul(alpha), vx.lt(0f)).intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i, tail);
            vdy.blend(vdy.mul(alpha), vx.lt(0f)).intoArray(dx, dxOffset + i, tail);
        }
    }

    private static void elu(int n, float[] y, int yOffset, float[] dy, int dyOffset, float alpha, float[] dx,
            int dxOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + i);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i);
            vdy.blend(vdy.mul(vy.add(alpha)), vy.lt(0f)).intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + i, tail);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i, tail);
            vdy.blend(vdy.mul(vy.add(alpha)), vy.lt(0f)).intoArray(dx, dxOffset + i, tail);
        }
    }

    private static void selu(int n, float[] y, int yOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        FloatVector scale = FloatVector.broadcast(Lanes.F, SELU_SCALE);
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + i);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i);
            vdy.mul(scale.blend(vy.add(SELU_SCALED_ALPHA), vy.lt(0f))).intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + i, tail);
            FloatVector vdy = FloatVector.fromArray(Lanes.F, dy, dyOffset + i, tail);
            vdy.mul(scale.blend(vy.add(SELU_SCALED_ALPHA), vy.lt(0f))).intoArray(dx, dxOffset + i, tail);
        }
    }

    private static void sigmoid(int n, float[] y, int yOffset, float[] dy, int dyOffset, float[] dx,
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

    private static void tanh(int n, float[] y, int yOffset, float[] dy, int dyOffset, float[] dx,
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
}
