package dev.lanewise.kernels.simd;

/**
 * Sizes of the pieces that a product is cut into. They decide speed, never a bit of the result; how they were found is
 * in reports/decisions/004.
 */
final class GemmBlocking {
    /**
     * Rows of the register tile. 12 x 2 accumulators, two vectors of B and one of A leave five of 32 registers, which C2
     * needs to schedule loads. With 16 registers 6 rows fit.
     */
    static final int MR = Lanes.REGISTERS >= 32 ? 12 : 6;
    /** Columns of the register tile, and of a sliver of B. */
    static final int NR = 2 * Lanes.COUNT;
    /** Steps of k at a time: a packed sliver of B (KC x NR) and one of A (KC x MR) share the first-level cache. */
    static final int KC = 256;
    /** The same where C has a single tile of rows: short, so that rows of B are read along memory, page by page. */
    static final int KC_SKINNY = 64;
    /** Rows of A at a time: MC x KC floats, packed, are half of a second-level cache of 2 MiB. */
    static final int MC = 960;
    /** Columns of C at a time where alpha or beta need a block of sums beside C. */
    static final int NC = 1024;
    /** Columns of C from which packing A pays. */
    static final int PACK_A_FROM = 192;
    /** Rows of C from which packing B pays: three tiles. */
    static final int PACK_B_FROM = 2 * MR + 1;

    private GemmBlocking() {
    }
}
