package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.reference.ReductionReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code ReductionReference} in vectors. The 64 virtual accumulators are computed in strips of four vectors: one
 * strip at 512 bits, two at 256, four at 128. A strip reads whole cache lines of its own, so no line is read twice.
 *
 * <p>Loops call the Vector API alone: C2 must inline its methods, but it leaves a helper of ours as a call where the
 * profile says that the loop is seldom reached, and then boxes every vector for good.
 */
public final class ReductionSimd {
    private static final int ACCUMULATORS = ReductionReference.ACCUMULATORS;
    private static final int STRIP = 4 * Lanes.COUNT;

    private ReductionSimd() {
    }

    /** Sum. */
    public static float sum(int n, float[] x, int xOffset) {
        float[] acc = Scratch.get().accumulators;
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            sumStrip(n, x, xOffset, strip, acc);
        }
        return ReductionReference.tree(acc);
    }

    private static void sumStrip(int n, float[] x, int xOffset, int strip, float[] acc) {
        FloatVector s0 = FloatVector.zero(Lanes.F);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = strip;
        for (; i <= n - STRIP; i += ACCUMULATORS) {
            s0 = s0.add(FloatVector.fromArray(Lanes.F, x, xOffset + i));
            s1 = s1.add(FloatVector.fromArray(Lanes.F, x, xOffset + i + Lanes.COUNT));
            s2 = s2.add(FloatVector.fromArray(Lanes.F, x, xOffset + i + 2 * Lanes.COUNT));
            s3 = s3.add(FloatVector.fromArray(Lanes.F, x, xOffset + i + 3 * Lanes.COUNT));
        }
        s0.intoArray(acc, strip);
        s1.intoArray(acc, strip + Lanes.COUNT);
        s2.intoArray(acc, strip + 2 * Lanes.COUNT);
        s3.intoArray(acc, strip + 3 * Lanes.COUNT);
        for (int j = 0; j < STRIP && i + j < n; j += Lanes.COUNT) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i + j, n);
            FloatVector.fromArray(Lanes.F, acc, strip + j)
                    .add(FloatVector.fromArray(Lanes.F, x, xOffset + i + j, tail), tail)
                    .intoArray(acc, strip + j);
        }
    }

    /** Dot product. */
    public static float dot(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] acc = Scratch.get().accumulators;
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            dotStrip(n, x, xOffset, y, yOffset, strip, acc);
        }
        return ReductionReference.tree(acc);
    }

    private static void dotStrip(int n, float[] x, int xOffset, float[] y, int yOffset, int strip,
            float[] acc) {
        FloatVector s0 = FloatVector.zero(Lanes.F);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = strip;
        for (; i <= n - STRIP; i += ACCUMULATORS) {
            s0 = FloatVector.fromArray(Lanes.F, x, xOffset + i)
                    .fma(FloatVector.fromArray(Lanes.F, y, yOffset + i), s0);
            s1 = FloatVector.fromArray(Lanes.F, x, xOffset + i + Lanes.COUNT)
                    .fma(FloatVector.fromArray(Lanes.F, y, yOffset + i + Lanes.COUNT), s1);
            s2 = FloatVector.fromArray(Lanes.F, x, xOffset + i + 2 * Lanes.COUNT)
                    .fma(FloatVector.fromArray(Lanes.F, y, yOffset + i + 2 * Lanes.COUNT), s2);
            s3 = FloatVector.fromArray(Lanes.F, x, xOffset + i + 3 * Lanes.COUNT)
                    .fma(FloatVector.fromArray(Lanes.F, y, yOffset + i + 3 * Lanes.COUNT), s3);
        }
        s0.intoArray(acc, strip);
        s1.intoArray(acc, strip + Lanes.COUNT);
        s2.intoArray(acc, strip + 2 * Lanes.COUNT);
        s3.intoArray(acc, strip + 3 * Lanes.COUNT);
        for (int j = 0; j < STRIP && i + j < n; j += Lanes.COUNT) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i + j, n);
            FloatVector s = FloatVector.fromArray(Lanes.F, acc, strip + j);
            FloatVector next = FloatVector.fromArray(Lanes.F, x, xOffset + i + j, tail)
                    .fma(FloatVector.fromArray(Lanes.F, y, yOffset + i + j, tail), s);
            s.blend(next, tail).intoArray(acc, strip + j);
        }
    }

    /** Squared Euclidean distance. */
    public static float squaredDistance(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] acc = Scratch.get().accumulators;
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            distanceStrip(n, x, xOffset, y, yOffset, strip, acc);
        }
        return ReductionReference.tree(acc);
    }

    private static void distanceStrip(int n, float[] x, int xOffset, float[] y, int yOffset, int strip,
            float[] acc) {
        FloatVector s0 = FloatVector.zero(Lanes.F);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = strip;
        for (; i <= n - STRIP; i += ACCUMULATORS) {
            FloatVector d0 = FloatVector.fromArray(Lanes.F, x, xOffset + i)
                    .sub(FloatVector.fromArray(Lanes.F, y, yOffset + i));
            s0 = d0.fma(d0, s0);
            FloatVector d1 = FloatVector.fromArray(Lanes.F, x, xOffset + i + Lanes.COUNT)
                    .sub(FloatVector.fromArray(Lanes.F, y, yOffset + i + Lanes.COUNT));
            s1 = d1.fma(d1, s1);
            FloatVector d2 = FloatVector.fromArray(Lanes.F, x, xOffset + i + 2 * Lanes.COUNT)
                    .sub(FloatVector.fromArray(Lanes.F, y, yOffset + i + 2 * Lanes.COUNT));
            s2 = d2.fma(d2, s2);
            FloatVector d3 = FloatVector.fromArray(Lanes.F, x, xOffset + i + 3 * Lanes.COUNT)
                    .sub(FloatVector.fromArray(Lanes.F, y, yOffset + i + 3 * Lanes.COUNT));
            s3 = d3.fma(d3, s3);
        }
        s0.intoArray(acc, strip);
        s1.intoArray(acc, strip + Lanes.COUNT);
        s2.intoArray(acc, strip + 2 * Lanes.COUNT);
        s3.intoArray(acc, strip + 3 * Lanes.COUNT);
        for (int j = 0; j < STRIP && i + j < n; j += Lanes.COUNT) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i + j, n);
            FloatVector s = FloatVector.fromArray(Lanes.F, acc, strip + j);
            FloatVector d = FloatVector.fromArray(Lanes.F, x, xOffset + i + j, tail)
                    .sub(FloatVector.fromArray(Lanes.F, y, yOffset + i + j, tail));
            FloatVector next = d.fma(d, s);
            s.blend(next, tail).intoArray(acc, strip + j);
        }
    }

    /** Column sums: four vectors of columns at a time, rows ascending, then single vectors. */
    public static void columnSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        int j = 0;
        for (; j <= columns - STRIP; j += STRIP) {
            columnStrip(rows, x, xOffset + j, ldx, out, outOffset + j);
        }
        for (; j < columns; j += Lanes.COUNT) {
            VectorMask<Float> mask = Lanes.F.indexInRange(j, columns);
            FloatVector s = FloatVector.zero(Lanes.F);
            for (int i = 0; i < rows; i++) {
                s = s.add(FloatVector.fromArray(Lanes.F, x, xOffset + i * ldx + j, mask));
            }
            s.intoArray(out, outOffset + j, mask);
        }
    }

    private static void columnStrip(int rows, float[] x, int xOffset, int ldx, float[] out, int outOffset) {
        FloatVector s0 = FloatVector.zero(Lanes.F);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int i = 0; i < rows; i++) {
            int row = xOffset + i * ldx;
            s0 = s0.add(FloatVector.fromArray(Lanes.F, x, row));
            s1 = s1.add(FloatVector.fromArray(Lanes.F, x, row + Lanes.COUNT));
            s2 = s2.add(FloatVector.fromArray(Lanes.F, x, row + 2 * Lanes.COUNT));
            s3 = s3.add(FloatVector.fromArray(Lanes.F, x, row + 3 * Lanes.COUNT));
        }
        s0.intoArray(out, outOffset);
        s1.intoArray(out, outOffset + Lanes.COUNT);
        s2.intoArray(out, outOffset + 2 * Lanes.COUNT);
        s3.intoArray(out, outOffset + 3 * Lanes.COUNT);
    }
}
