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
    /** Steps of k at a time, at most: a tile's rows of A fill half of the first-level cache (512 of 48 KiB). */
    static final int KC = Math.clamp(CacheSizes.firstLevel() / 2 / (Float.BYTES * MR) & -8, 64, 512);
    /** Floats from a row of copied A to the next: a constant, so that one index serves all rows of a tile. */
    static final int A_STRIDE = KC + 16;
    /** Rows of A at a time: with KC steps their copy fills 5/8 of the second-level cache (612 of 2 MiB). */
    static final int MC = Math.clamp(CacheSizes.secondLevel() / 8 * 5 / (Float.BYTES * A_STRIDE) / MR, 10, 80)
            * MR;
    /** Columns of C at a time where alpha or beta need a block of sums beside C. */
    static final int NC = 1024;
    /** Bytes: a line of the caches, and a vector of 512 bits. */
    static final int ALIGNMENT = 64;

    /** Rows of C up to which rows of B stream through whole. */
    private static final int STREAM_UP_TO = 4;
    /** Columns of C from which copying a transposed A pays. */
    private static final int COPY_COLUMNS_FROM = 96;
    /** Steps of k at a time for a sliver of B and a tile's rows of A to share the first-level cache (272 of 48 KiB). */
    private static final int KC_NEAR = Math.min(KC, CacheSizes.firstLevel() / (Float.BYTES * (MR + NR)) & -8);
    /** Floats of C that stay in the second-level cache from one block of k to the next. */
    private static final int NEAR_C = CacheSizes.secondLevel() / 2 / Float.BYTES;
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

    /** Whether A stays in place, by rows: C is one vector wide, and the chains need one block of k. */
    static boolean isNarrow(GemmCall g, int columns) {
        return columns <= Lanes.COUNT && g.k <= KC && !g.transA && !g.transB && !g.packed();
    }

    /** Whether tiles read A from a copy. */
    static boolean copiesA(GemmCall g, int columns) {
        return !g.transA || columns >= COPY_COLUMNS_FROM;
    }

    /** Whether full tiles read B in place. */
    static boolean readsBInPlace(GemmCall g, int rows, int columns) {
        int most = isSmall(g, columns) ? SMALL_B_TILES * MR : MR;
        return rows <= most && !g.transB && !g.packed();
    }

    /** Steps of k at a time, at most: the fewer, the nearer are A and B; the more, the less often C is read again. */
    static int steps(GemmCall g, int rows, int columns) {
        if (isNarrow(g, columns)) {
            return KC;
        }
        if (readsBInPlace(g, rows, columns) && !isSmall(g, columns)) {
            return KC_IN_PLACE;
        }
        return (long) rows * columns > NEAR_C ? KC : KC_NEAR;
    }

    private static boolean isSmall(GemmCall g, int columns) {
        return (long) g.k * columns <= SMALL_B;
    }

    /** The length of blocks, a multiple of {@code unit}, that cut a side into nearly equal parts of at most {@code most}. */
    static int equal(int side, int most, int unit) {
        int length = Math.ceilDiv(side, Math.ceilDiv(side, most));
        return Math.ceilDiv(length, unit) * unit;
    }
}
