package dev.lanewise.kernels.simd;

/**
 * What a register tile is specialised for.
 *
 * @param rows 1 to {@link #MAX_ROWS}
 * @param vectors vectors in a row: 1 or 2
 * @param a how A is read
 * @param b how B is read
 * @param continues whether the chains begin with what C holds, from an earlier block of k, rather than with zero
 */
record TileForm(int rows, int vectors, A a, B b, boolean continues) {
    /** Rows of the largest tile that the template can hold. */
    static final int MAX_ROWS = 12;

    /** How A is read. */
    enum A {
        /** From a copy whose rows are a constant distance apart. */
        COPIED,
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
}
