package dev.lanewise.nn;

/**
 * Whether values are finite, and how large those are that are.
 *
 * @param n how many values
 * @param nan how many are NaN
 * @param infinite how many are infinite
 * @param first index of the first of those; -1 if there is none
 * @param largest greatest finite magnitude; 0 if there is none
 * @param norm Euclidean norm of the finite values, in double, so that it does not overflow
 */
record Finiteness(int n, int nan, int infinite, int first, double largest, double norm) {
    static Finiteness of(int n, float[] x, int offset) {
        int nan = 0;
        int infinite = 0;
        int first = -1;
        double largest = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            float value = x[offset + i];
            if (Float.isFinite(value)) {
                largest = Math.max(largest, Math.abs(value));
                squares += (double) value * value;
                continue;
            }
            first = first < 0 ? i : first;
            nan += Float.isNaN(value) ? 1 : 0;
            infinite += Float.isNaN(value) ? 0 : 1;
        }
        return new Finiteness(n, nan, infinite, first, largest, Math.sqrt(squares));
    }

    boolean all() {
        return first < 0;
    }

    /** Such as {@code 3 of 512 values are NaN and 1 infinite}. */
    String describe(String what) {
        String head = " of " + n + " " + what + (nan + infinite == 1 ? " is " : " are ");
        if (infinite == 0) {
            return nan + head + "NaN";
        }
        return nan == 0 ? infinite + head + "infinite" : nan + head + "NaN and " + infinite + " infinite";
    }
}
