package dev.lanewise.kernels.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** {@code PreluReference} in vectors: lanes run along the features. */
public final class PreluSimd {
    private PreluSimd() {
    }

    /** {@code y[i,j] = x[i,j] < 0 ? slopes[j] * x[i,j] : x[i,j]}. */
    public static void forward(int rows, int columns, float[] x, int xOffset, float[] slopes,
            int slopesOffset, float[] y, int yOffset) {
        for (int i = 0; i < rows; i++) {
            forwardRow(columns, x, xOffset + i * columns, slopes, slopesOffset, y, yOffset + i * columns);
        }
    }

    private static void forwardRow(int n, float[] x, int xOffset, float[] slopes, int slopesOffset, float[] y,
            int yOffset) {
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + j);
            FloatVector slope = FloatVector.fromArray(Lanes.F, slopes, slopesOffset + j);
            v.blend(v.mul(slope), v.lt(0f)).intoArray(y, yOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + j, tail);
            FloatVector slope = FloatVector.fromArray(Lanes.F, slopes, slopesOffset + j, tail);
            v.blend(v.mul(slope), v.lt(0f)).intoArray(y, yOffset + j, tail);
        }
    }

    /** Gradients by x and by the slopes; these gather in {@code dslopes} row by row, which stays in a near cache. */
    public static void backward(int rows, int columns, float[] x, int xOffset, float[] dy, int dyOffset,
            float[] slopes, int slopesOffset, float[] dx, int dxOffset, float[] dslopes, int dslopesOffset) {
        Arrays.fill(dslopes, dslopesOffset, dslopesOffset + columns, 0f);
        for (int i = 0; i < rows; i++) {
            backwardRow(columns, x, xOffset + i * columns, dy, dyOffset + i * columns, slopes, slopesOffset,
                    dx, dxOffset + i * columns, dslopes, dslopesOffset);
        }
    }

    private static void backwardRow(int n, float[] x, int xOffset, float[] dy, int dyOffset, float[] slopes,
            int slopesOffset, float[] dx, int dxOffset, float[] dslopes, int dslopesOffset) {
        for (int j = 0; j < n; j += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(j, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + j, inside);
            FloatVector g = FloatVector.fromArray(Lanes.F, dy, dyOffset + j, inside);
            FloatVector slope = FloatVector.fromArray(Lanes.F, slopes, slopesOffset + j, inside);
            FloatVector sum = FloatVector.fromArray(Lanes.F, dslopes, dslopesOffset + j, inside);
            VectorMask<Float> below = v.lt(0f);
            sum.blend(g.fma(v, sum), below).intoArray(dslopes, dslopesOffset + j, inside);
            g.blend(g.mul(slope), below).intoArray(dx, dxOffset + j, inside);
        }
    }
}
