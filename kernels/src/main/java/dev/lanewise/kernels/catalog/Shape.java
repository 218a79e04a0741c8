package dev.lanewise.kernels.catalog;

/** How many elements an operand has, and how they lie. */
public enum Shape {
    /** rows x columns, with a leading dimension. */
    MATRIX("rows x columns"),
    /** rows x columns without a leading dimension: the rows follow one another. */
    DENSE("rows x columns, dense"),
    /** rows x (pieces * columns), dense; a row holds piece 0 of all columns, then piece 1 and so on. */
    PIECES("rows x (pieces * columns), dense"),
    /** One row of {@link #PIECES}: pieces * columns elements. */
    PIECES_ROW("pieces * columns"),
    /** One element a column; the n elements of a vector kernel. */
    ROW("columns"),
    /** One element a row. */
    COLUMN("rows"),
    /** One element of an array. */
    SCALAR("1"),
    /** The number that the call returns: no argument. */
    RESULT("returned");

    private final String text;

    Shape(String text) {
        this.text = text;
    }

    /** The shape in words, as in the contract table. */
    public String text() {
        return text;
    }

    /** Whether the elements grow with rows and with columns. */
    public boolean isMatrix() {
        return this == MATRIX || this == DENSE || this == PIECES;
    }

    /** Whether a call names the operand's leading dimension. */
    public boolean hasLeading() {
        return this == MATRIX;
    }

    /** Rows of this operand in a call of that size; anything but a matrix has one. */
    public int rows(Size size) {
        return isMatrix() ? size.rows() : 1;
    }

    /** Elements of one row of this operand in a call of that size. */
    public int columns(Size size) {
        return switch (this) {
            case MATRIX, DENSE, ROW -> size.columns();
            case PIECES, PIECES_ROW -> size.pieces() * size.columns();
            case COLUMN -> size.rows();
            case SCALAR, RESULT -> 1;
        };
    }
}
