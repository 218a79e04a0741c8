package dev.lanewise.kernels.catalog;

/** The arguments of one call: operands and parameters by their index in the kernel's lists. */
public interface Operands {
    /** The sizes of the call. */
    Size size();

    /** The float array of an operand. */
    float[] array(int operand);

    /** The int array of an operand. */
    int[] ints(int operand);

    /** The operand's first element in its array. */
    int at(int operand);

    /** The operand's leading dimension. */
    int ld(int operand);

    /** The value of a parameter. */
    Number value(int parameter);

    /** Rows of a matrix. */
    default int rows() {
        return size().rows();
    }

    /** Columns of a matrix. */
    default int columns() {
        return size().columns();
    }

    /** Elements of a vector. */
    default int n() {
        return size().columns();
    }

    /** Pieces of a maxout unit. */
    default int pieces() {
        return size().pieces();
    }

    /** The value of a float parameter. */
    default float parameter(int parameter) {
        return value(parameter).floatValue();
    }

    /** The value of an integer parameter. */
    default long integer(int parameter) {
        return value(parameter).longValue();
    }
}
