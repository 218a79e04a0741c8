package dev.lanewise.kernels.catalog;

/** What an element of an operand is. All are 4 bytes wide. */
public enum Element {
    /** A float. */
    FLOAT,
    /** An int: any 32 bits. */
    WORD,
    /** An int that names a column: 0 to columns - 1. */
    COLUMN_INDEX,
    /** An int that names a piece: 0 to pieces - 1. Any other names none, which is no error. */
    PIECE_INDEX;

    /** Whether the operand is an {@code int[]}. */
    public boolean isInt() {
        return this != FLOAT;
    }

    /** The first int that names nothing, or 0 if every int is a value. */
    public int bound(Size size) {
        return switch (this) {
            case FLOAT, WORD -> 0;
            case COLUMN_INDEX -> size.columns();
            case PIECE_INDEX -> size.pieces();
        };
    }
}
