package dev.lanewise.kernels.simd;

/**
 * Sizes of the pieces that a product is cut into, and which way suits which shape. They decide speed, never a bit of the
 * result; how they were found is in reports/decisions/004 and 005.
 */
final class GemmBlocking {
    /**
     * Rows of the register tile. 12 x 2 accumulators, two vectors of B and one of A leave five of 32 registers, which C2
     * needs to schedule loads. With 16 registers 6 rows fit.
     */
    static final int MR = Lanes.REGISTERS >= 32 ? 12 : 6;
    /** Columns of the register tile, and of a sliver of B. */
    static final int NR = 2 * Lanes.COUNT;
    /** Steps of k at a time: a tile's rows of A fill half of the first-level cache (512 of 48 KiB). */
    static final int KC = Math.clamp(CacheSizes.firstLevel() / 2 / (Float.BYTES * MR) & -64, 128, 512);
    /** Floats from a row of copied A to the next: a constant, so that one index serves all rows of a tile. */
    static final int A_STRIDE = KC + 16;
    /** Rows of A at a time: their copy fills half of the second-level cache (492 of 2 MiB). */
    static final int MC = Math.clamp(CacheSizes.secondLevel() / 2 / (Float.BYTES * A_STRIDE) / MR, 10, 80)
            * MR;
    /** Columns of C at a time where alpha or beta need a block of sums beside C. */
    static final int NC = 1024;
    /** Bytes: a line of the caches, and a vector of 512 bits. */
    static final int ALIGNMENT = 64;

    /** Rows of C up to which rows of B stream through whole. */
    private static final int STREAM_UP_TO = 4;
    /** Columns of C from which copying a transposed A pays. */
    private static final int COPY_COLUMNS_FROM = 96;
    /** Steps of k at a time where rows of a large B are read in place: as many as the processor reads ahead in. */
    private static final int KC_IN_PLACE = 32;
    /** Floats of a small B, which stays in the first-level cache; packing it does not pay up to so many tiles of rows. */
    private static final int SMALL_B = 8 * 1024;
    private static final int SMALL_B_TILES = 6;

    private GemmBlocking() {
    }

    /** Whether rows of B stream through whole. */
    static boolean streams(GemmCall g, int rows) {
        return rows <= STREAM_UP_TO && !g.transB && !g.packed();
    }

    /** Whether tiles read A from a copy. */
    static boolean copiesA(GemmCall g, int columns) {
        return g.transA
                ? columns >= COPY_COLUMNS_FROM
                : columns > Lanes.COUNT || g.k > KC || g.transB || g.packed();
    }

    /** Whether full tiles read B in place. */
    static boolean readsBInPlace(GemmCall g, int rows, int columns) {
        int most = isSmall(g, columns) ? SMALL_B_TILES * MR : MR;
        return rows <= most && !g.transB && !g.packed();
    }

    /** Steps of k at a time, at most. */
    static int steps(GemmCall g, int rows, int columns) {
        return readsBInPlace(g, rows, columns) && !isSmall(g, columns) ? KC_IN_PLACE : KC;
    }

    private static boolean isSmall(GemmCall g, int columns) {
        return (long) g.k * columns <= SMALL_B;
    }

    /** The length of blocks, a multiple of {@code unit}, that cut a side into nearly equal parts of at most {@code most}. */
    static int equal(int side, int most, int unit) {
        int blocks = (side + most - 1) / most;
        int length = (side + blocks - 1) / blocks;
        return (length + unit - 1) / unit * unit;
    }
}
