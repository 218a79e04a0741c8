package dev.lanewise.kernels.simd;

/**
 * What a register tile is specialised for.
 *
 * @param rows 1 to {@link #MAX_ROWS}
 * @param vectors vectors in a row: 1 to {@link #MAX_VECTORS}
 * @param a how A is read
 * @param b how B is read
 * @param continues whether the chains begin with what C holds, from an earlier block of k, rather than with zero
 */
record TileForm(int rows, int vectors, A a, B b, boolean continues) {
    /** Rows of the largest tile that is worth its registers. */
    static final int MAX_ROWS = 12;
    /** Vectors in a row of it. */
    static final int MAX_VECTORS = 3;

    /** How A is read. */
    enum A {
        /** From a copy whose rows are a constant distance apart. */
        COPIED,
        /** In place, by rows, whose distance the code does not know. */
        ROWS,
        /** In place; the rows of a tile lie side by side. */
        COLUMNS
    }

    /** How B is read. */
    enum B {
        /** From a packed sliver. */
        PACKED,
        /** In place. */
        IN_PLACE
    }

    /** Whether B is packed. */
    boolean packed() {
        return b == B.PACKED;
    }

    /** Whether C2 must be kept from loading a step's whole column of A at once, for want of registers. */
    boolean fenced() {
        return Lanes.REGISTERS < 32 && rows * vectors + rows + vectors > Lanes.REGISTERS;
    }
}
