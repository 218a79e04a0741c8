package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.reference.ReductionReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The distances of {@code ReductionReference} in vectors: from another vector, from the mean and from 0. The 64 virtual accumulators are computed in strips of four vectors: one
 * strip at 512 bits, two at 256, four at 128. A strip reads whole cache lines of its own, so no line is read twice.
 * Lanes beyond the last element are read as +0, whose term changes no accumulator: none is ever -0.
 *
 * <p>Loops call the Vector API alone: C2 must inline its methods, but it leaves a helper of ours as a call where the
 * profile says that the loop is seldom reached, and then boxes every vector for good.
 */
public final class DistanceSimd {
    private static final int ACCUMULATORS = ReductionReference.ACCUMULATORS;
    private static final int STRIP = 4 * Lanes.COUNT;

    private DistanceSimd() {
    }

    /** Squared Euclidean distance. */
    public static float squaredDistance(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] acc = Scratch.get().accumulators;
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            distanceStrip(n, x, xOffset, y, yOffset, strip, acc);
        }
        return Tree.sum(acc);
    }

    /** Variance. */
    public static float variance(int n, float[] x, int xOffset) {
        return squaredDeviations(n, x, xOffset) / n;
    }

    /** Variance of a sample. */
    public static float sampleVariance(int n, float[] x, int xOffset) {
        return squaredDeviations(n, x, xOffset) / (n - 1);
    }

    private static float squaredDeviations(int n, float[] x, int xOffset) {
        float[] acc = Scratch.get().accumulators;
        float mean = ReductionSimd.sum(n, x, xOffset, acc) / n;
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            deviationStrip(n, x, xOffset, mean, strip, acc);
        }
        return Tree.sum(acc);
    }

    /** Sum of magnitudes. */
    public static float l1Norm(int n, float[] x, int xOffset) {
        float[] acc = Scratch.get().accumulators;
        for (int strip = 0; strip < ACCUMULATORS; strip += STRIP) {
            magnitudeStrip(n, x, xOffset, strip, acc);
        }
        return Tree.sum(acc);
    }

    /** The last elements in a loop, for C1's sake as in {@code ReductionSimd.productStrip}. */
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
        for (int to = strip; i < n; to += Lanes.COUNT, i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector d = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside)
                    .sub(FloatVector.fromArray(Lanes.F, y, yOffset + i, inside));
            d.fma(d, FloatVector.fromArray(Lanes.F, acc, to)).intoArray(acc, to);
        }
    }

    private static void deviationStrip(int n, float[] x, int xOffset, float mean, int strip,
            float[] acc) {
        FloatVector s0 = FloatVector.zero(Lanes.F);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = strip;
        for (; i <= n - STRIP; i += ACCUMULATORS) {
            FloatVector d0 = FloatVector.fromArray(Lanes.F, x, xOffset + i).sub(mean);
            s0 = d0.fma(d0, s0);
            FloatVector d1 = FloatVector.fromArray(Lanes.F, x, xOffset + i + Lanes.COUNT).sub(mean);
            s1 = d1.fma(d1, s1);
            FloatVector d2 = FloatVector.fromArray(Lanes.F, x, xOffset + i + 2 * Lanes.COUNT).sub(mean);
            s2 = d2.fma(d2, s2);
            FloatVector d3 = FloatVector.fromArray(Lanes.F, x, xOffset + i + 3 * Lanes.COUNT).sub(mean);
            s3 = d3.fma(d3, s3);
        }
        if (i < n) {
            VectorMask<Float> in0 = Lanes.F.indexInRange(i, n);
            FloatVector d0 = FloatVector.fromArray(Lanes.F, x, xOffset + i, in0).sub(mean, in0);
            s0 = d0.fma(d0, s0);
            i += Lanes.COUNT;
            VectorMask<Float> in1 = Lanes.F.indexInRange(i, n);
            FloatVector d1 = FloatVector.fromArray(Lanes.F, x, xOffset + i, in1).sub(mean, in1);
            s1 = d1.fma(d1, s1);
            i += Lanes.COUNT;
            VectorMask<Float> in2 = Lanes.F.indexInRange(i, n);
            FloatVector d2 = FloatVector.fromArray(Lanes.F, x, xOffset + i, in2).sub(mean, in2);
            s2 = d2.fma(d2, s2);
            i += Lanes.COUNT;
            VectorMask<Float> in3 = Lanes.F.indexInRange(i, n);
            FloatVector d3 = FloatVector.fromArray(Lanes.F, x, xOffset + i, in3).sub(mean, in3);
            s3 = d3.fma(d3, s3);
        }
        s0.intoArray(acc, strip);
        s1.intoArray(acc, strip + Lanes.COUNT);
        s2.intoArray(acc, strip + 2 * Lanes.COUNT);
        s3.intoArray(acc, strip + 3 * Lanes.COUNT);
    }

    private static void magnitudeStrip(int n, float[] x, int xOffset, int strip,
            float[] acc) {
        FloatVector s0 = FloatVector.zero(Lanes.F);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = strip;
        for (; i <= n - STRIP; i += ACCUMULATORS) {
            s0 = s0.add(FloatVector.fromArray(Lanes.F, x, xOffset + i).abs());
            s1 = s1.add(FloatVector.fromArray(Lanes.F, x, xOffset + i + Lanes.COUNT).abs());
            s2 = s2.add(FloatVector.fromArray(Lanes.F, x, xOffset + i + 2 * Lanes.COUNT).abs());
            s3 = s3.add(FloatVector.fromArray(Lanes.F, x, xOffset + i + 3 * Lanes.COUNT).abs());
        }
        if (i < n) {
            s0 = s0.add(FloatVector.fromArray(Lanes.F, x, xOffset + i, Lanes.F.indexInRange(i, n)).abs());
            i += Lanes.COUNT;
            s1 = s1.add(FloatVector.fromArray(Lanes.F, x, xOffset + i, Lanes.F.indexInRange(i, n)).abs());
            i += Lanes.COUNT;
            s2 = s2.add(FloatVector.fromArray(Lanes.F, x, xOffset + i, Lanes.F.indexInRange(i, n)).abs());
            i += Lanes.COUNT;
            s3 = s3.add(FloatVector.fromArray(Lanes.F, x, xOffset + i, Lanes.F.indexInRange(i, n)).abs());
        }
        s0.intoArray(acc, strip);
        s1.intoArray(acc, strip + Lanes.COUNT);
        s2.intoArray(acc, strip + 2 * Lanes.COUNT);
        s3.intoArray(acc, strip + 3 * Lanes.COUNT);
    }
}
