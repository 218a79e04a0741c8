package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.MaxoutReference;
import dev.lanewise.kernels.simd.MaxoutSimd;

/**
 * Maxout, forward and backward: each unit gives the greatest of its pieces, and its gradient goes to that piece alone.
 * Columns are units. Pre-activations lie piece by piece: row i of z, of {@code pieces * columns} elements, holds piece 0 of
 * all units, then piece 1, and so on. Rows follow one another without gaps; y, dy and winner are rows x columns. A unit with
 * the pieces {z, 0} is a ReLU, bit for bit.
 *
 * <p>Ties go to the first piece (-0.0 and +0.0 are equal). A NaN beats every number, and the first NaN the others, so that a
 * unit with a NaN piece is NaN. Outputs must not overlap inputs. All methods throw NullPointerException for null and
 * IllegalArgumentException for sizes, ranges and overlaps that are illegal, before anything is written.
 */
public final class Maxout {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Maxout() {
    }

    /**
     * {@code y[i,j] = max_q z[i, q * columns + j]}, and its q in {@code winner[i,j]}; exact.
     *
     * @param pieces of a unit, 2 to 16
     */
    public static void forward(int rows, int columns, int pieces, float[] z, int zOffset, float[] y,
            int yOffset, int[] winner, int winnerOffset) {
        checkForward(rows, columns, pieces, z, zOffset, y, yOffset, winner, winnerOffset);
        if (SIMD) {
            MaxoutSimd.forward(rows, columns, pieces, z, zOffset, y, yOffset, winner, winnerOffset);
        } else {
            MaxoutReference.forward(rows, columns, pieces, z, zOffset, y, yOffset, winner, winnerOffset);
        }
    }

    /**
     * {@code y[i,j] = max_q (z[i, q * columns + j] + bias[q * columns + j])}, each sum rounded once, and its q in
     * {@code winner[i,j]}. z is not written.
     *
     * @param pieces of a unit, 2 to 16
     * @param bias of {@code pieces * columns} elements, in the order of a row of z
     */
    public static void biasForward(int rows, int columns, int pieces, float[] z, int zOffset, float[] bias,
            int biasOffset, float[] y, int yOffset, int[] winner, int winnerOffset) {
        checkForward(rows, columns, pieces, z, zOffset, y, yOffset, winner, winnerOffset);
        long biasSpan = (long) pieces * columns;
        Check.span("bias", bias, biasOffset, biasSpan);
        Check.disjoint("y", y, yOffset, (long) rows * columns, "bias", bias, biasOffset, biasSpan);
        if (SIMD) {
            MaxoutSimd.biasForward(rows, columns, pieces, z, zOffset, bias, biasOffset, y, yOffset, winner,
                    winnerOffset);
        } else {
            MaxoutReference.biasForward(rows, columns, pieces, z, zOffset, bias, biasOffset, y, yOffset,
                    winner, winnerOffset);
        }
    }

    /**
     * {@code dz[i, q * columns + j] = winner[i,j] == q ? dy[i,j] : +0}: every element of dz is written. A winner that is no
     * piece gets no gradient, and is not refused: to look for one would read the whole array once more.
     *
     * @param pieces of a unit, 2 to 16
     * @param winner from the forward pass
     */
    public static void backward(int rows, int columns, int pieces, int[] winner, int winnerOffset, float[] dy,
            int dyOffset, float[] dz, int dzOffset) {
        checkSizes(rows, columns, pieces);
        long span = (long) rows * columns;
        Check.span("winner", winner, winnerOffset, span);
        Check.span("dy", dy, dyOffset, span);
        Check.span("dz", dz, dzOffset, span * pieces);
        Check.disjoint("dz", dz, dzOffset, span * pieces, "dy", dy, dyOffset, span);
        if (SIMD) {
            MaxoutSimd.backward(rows, columns, pieces, winner, winnerOffset, dy, dyOffset, dz, dzOffset);
        } else {
            MaxoutReference.backward(rows, columns, pieces, winner, winnerOffset, dy, dyOffset, dz, dzOffset);
        }
    }

    private static void checkForward(int rows, int columns, int pieces, float[] z, int zOffset, float[] y,
            int yOffset, int[] winner, int winnerOffset) {
        checkSizes(rows, columns, pieces);
        long span = (long) rows * columns;
        Check.span("y", y, yOffset, span);
        Check.span("winner", winner, winnerOffset, span);
        Check.span("z", z, zOffset, span * pieces);
        Check.disjoint("y", y, yOffset, span, "z", z, zOffset, span * pieces);
    }

    private static void checkSizes(int rows, int columns, int pieces) {
        Check.size("rows", rows);
        Check.size("columns", columns);
        if (pieces < MaxoutReference.MIN_PIECES || pieces > MaxoutReference.MAX_PIECES) {
            throw new IllegalArgumentException(
                    "pieces: " + pieces + " (expected " + MaxoutReference.MIN_PIECES
                            + " to " + MaxoutReference.MAX_PIECES + ")");
        }
    }
}
