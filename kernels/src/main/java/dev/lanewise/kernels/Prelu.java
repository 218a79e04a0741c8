package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.PreluReference;
import dev.lanewise.kernels.simd.PreluSimd;

/**
 * Parametric rectified linear unit (He et al. 2015): a leaky ReLU whose slopes are trained, one for each feature. One
 * slope for all is an array of equal slopes, and its gradient the {@link Reductions#sum} of theirs. Matrices are rows x
 * columns without gaps, one sample a row. All methods throw NullPointerException for null and IllegalArgumentException for
 * illegal sizes, ranges and overlaps, before anything is written.
 */
public final class Prelu {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Prelu() {
    }

    /**
     * {@code y[i,j] = x[i,j] < 0 ? slopes[j] * x[i,j] : x[i,j]}, the product rounded once. NaN stays NaN, -0.0 stays
     * -0.0. y may be exactly x.
     */
    public static void forward(int rows, int columns, float[] x, int xOffset, float[] slopes,
            int slopesOffset, float[] y, int yOffset) {
        long span = Check.dense(rows, columns);
        Check.span("x", x, xOffset, span);
        Check.span("slopes", slopes, slopesOffset, columns);
        Check.span("y", y, yOffset, span);
        Check.sameOrDisjoint("y", y, yOffset, span, "x", x, xOffset, span);
        Check.disjoint("y", y, yOffset, span, "slopes", slopes, slopesOffset, columns);
        if (SIMD) {
            PreluSimd.forward(rows, columns, x, xOffset, slopes, slopesOffset, y, yOffset);
        } else {
            PreluReference.forward(rows, columns, x, xOffset, slopes, slopesOffset, y, yOffset);
        }
    }

    /**
     * {@code dx[i,j] = x[i,j] < 0 ? slopes[j] * dy[i,j] : dy[i,j]}, the derivative at 0 (and for NaN) being 1, and the
     * slopes' gradients, from +0 and rows ascending: {@code dslopes[j] = fma(dy[i,j], x[i,j], dslopes[j])} where
     * {@code x[i,j] < 0}. dx may be exactly x or dy.
     */
    public static void backward(int rows, int columns, float[] x, int xOffset, float[] dy, int dyOffset,
            float[] slopes, int slopesOffset, float[] dx, int dxOffset, float[] dslopes, int dslopesOffset) {
        long span = Check.dense(rows, columns);
        Check.span("x", x, xOffset, span);
        Check.span("dy", dy, dyOffset, span);
        Check.span("slopes", slopes, slopesOffset, columns);
        Check.span("dx", dx, dxOffset, span);
        Check.span("dslopes", dslopes, dslopesOffset, columns);
        Check.sameOrDisjoint("dx", dx, dxOffset, span, "x", x, xOffset, span);
        Check.sameOrDisjoint("dx", dx, dxOffset, span, "dy", dy, dyOffset, span);
        Check.disjoint("dx", dx, dxOffset, span, "slopes", slopes, slopesOffset, columns);
        Check.disjoint("dslopes", dslopes, dslopesOffset, columns, "x", x, xOffset, span);
        Check.disjoint("dslopes", dslopes, dslopesOffset, columns, "dy", dy, dyOffset, span);
        Check.disjoint("dslopes", dslopes, dslopesOffset, columns, "slopes", slopes, slopesOffset, columns);
        Check.disjoint("dslopes", dslopes, dslopesOffset, columns, "dx", dx, dxOffset, span);
        if (SIMD) {
            PreluSimd.backward(rows, columns, x, xOffset, dy, dyOffset, slopes, slopesOffset, dx, dxOffset,
                    dslopes, dslopesOffset);
        } else {
            PreluReference.backward(rows, columns, x, xOffset, dy, dyOffset, slopes, slopesOffset, dx,
                    dxOffset, dslopes, dslopesOffset);
        }
    }
}
