package dev.lanewise.kernels.simd;

import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** {@code MaxoutReference} in vectors: lanes run along columns, so no piece is shuffled. */
public final class MaxoutSimd {
    private MaxoutSimd() {
    }

    /** The first greatest piece, or the first NaN. */
    public static void forward(int rows, int columns, int pieces, float[] z, int zOffset, float[] y,
            int yOffset, int[] winner, int winnerOffset) {
        for (int i = 0; i < rows; i++) {
            forwardRow(columns, pieces, z, zOffset + i * pieces * columns, y, yOffset + i * columns, winner,
                    winnerOffset + i * columns);
        }
    }

    private static void forwardRow(int n, int pieces, float[] z, int zOffset, float[] y, int yOffset,
            int[] winner, int winnerOffset) {
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            FloatVector best = FloatVector.fromArray(Lanes.F, z, zOffset + j);
            IntVector first = Lanes.ints(0);
            for (int q = 1; q < pieces; q++) {
                FloatVector value = FloatVector.fromArray(Lanes.F, z, zOffset + q * n + j);
                VectorMask<Float> stays = value.compare(LE, best).or(best.compare(NE, best));
                best = value.blend(best, stays);
                first = Lanes.ints(q).blend(first, stays.cast(Lanes.I));
            }
            best.intoArray(y, yOffset + j);
            first.intoArray(winner, winnerOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            FloatVector best = FloatVector.fromArray(Lanes.F, z, zOffset + j, tail);
            IntVector first = Lanes.ints(0);
            for (int q = 1; q < pieces; q++) {
                FloatVector value = FloatVector.fromArray(Lanes.F, z, zOffset + q * n + j, tail);
                VectorMask<Float> stays = value.compare(LE, best).or(best.compare(NE, best));
                best = value.blend(best, stays);
                first = Lanes.ints(q).blend(first, stays.cast(Lanes.I));
            }
            best.intoArray(y, yOffset + j, tail);
            first.intoArray(winner, winnerOffset + j, tail.cast(Lanes.I));
        }
    }

    /** The same of z plus bias. */
    public static void biasForward(int rows, int columns, int pieces, float[] z, int zOffset, float[] bias,
            int biasOffset, float[] y, int yOffset, int[] winner, int winnerOffset) {
        for (int i = 0; i < rows; i++) {
            biasForwardRow(columns, pieces, z, zOffset + i * pieces * columns, bias, biasOffset, y,
                    yOffset + i * columns, winner, winnerOffset + i * columns);
        }
    }

    private static void biasForwardRow(int n, int pieces, float[] z, int zOffset, float[] bias,
            int biasOffset, float[] y, int yOffset, int[] winner, int winnerOffset) {
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            FloatVector best = FloatVector.fromArray(Lanes.F, z, zOffset + j)
                    .add(FloatVector.fromArray(Lanes.F, bias, biasOffset + j));
            IntVector first = Lanes.ints(0);
            for (int q = 1; q < pieces; q++) {
                FloatVector value = FloatVector.fromArray(Lanes.F, z, zOffset + q * n + j)
                        .add(FloatVector.fromArray(Lanes.F, bias, biasOffset + q * n + j));
                VectorMask<Float> stays = value.compare(LE, best).or(best.compare(NE, best));
                best = value.blend(best, stays);
                first = Lanes.ints(q).blend(first, stays.cast(Lanes.I));
            }
            best.intoArray(y, yOffset + j);
            first.intoArray(winner, winnerOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            FloatVector best = FloatVector.fromArray(Lanes.F, z, zOffset + j, tail)
                    .add(FloatVector.fromArray(Lanes.F, bias, biasOffset + j, tail));
            IntVector first = Lanes.ints(0);
            for (int q = 1; q < pieces; q++) {
                FloatVector value = FloatVector.fromArray(Lanes.F, z, zOffset + q * n + j, tail)
                        .add(FloatVector.fromArray(Lanes.F, bias, biasOffset + q * n + j, tail));
                VectorMask<Float> stays = value.compare(LE, best).or(best.compare(NE, best));
                best = value.blend(best, stays);
                first = Lanes.ints(q).blend(first, stays.cast(Lanes.I));
            }
            best.intoArray(y, yOffset + j, tail);
            first.intoArray(winner, winnerOffset + j, tail.cast(Lanes.I));
        }
    }

    /** {@code dz[i, q * columns + j] = winner[i,j] == q ? dy[i,j] : +0}, in the order of dz: the widest operand. */
    public static void backward(int rows, int columns, int pieces, int[] winner, int winnerOffset, float[] dy,
            int dyOffset, float[] dz, int dzOffset) {
        for (int i = 0; i < rows; i++) {
            for (int q = 0; q < pieces; q++) {
                backwardPiece(columns, q, winner, winnerOffset + i * columns, dy, dyOffset + i * columns, dz,
                        dzOffset + (i * pieces + q) * columns);
            }
        }
    }

    private static void backwardPiece(int n, int piece, int[] winner, int winnerOffset, float[] dy,
            int dyOffset, float[] dz, int dzOffset) {
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            VectorMask<Float> loses = IntVector.fromArray(Lanes.I, winner, winnerOffset + j)
                    .compare(NE, piece)
                    .cast(Lanes.F);
            FloatVector.fromArray(Lanes.F, dy, dyOffset + j).blend(0f, loses).intoArray(dz, dzOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            VectorMask<Float> loses = IntVector
                    .fromArray(Lanes.I, winner, winnerOffset + j, tail.cast(Lanes.I))
                    .compare(NE, piece)
                    .cast(Lanes.F);
            FloatVector.fromArray(Lanes.F, dy, dyOffset + j, tail)
                    .blend(0f, loses)
                    .intoArray(dz, dzOffset + j, tail);
        }
    }
}
