package dev.lanewise.properties;

/** How far a float is from an exact value, and the unit in which that is said. */
final class Deviation {
    /** The least magnitude that rounds to infinity, which an infinite result stands for. */
    private static final double OVERFLOW = 0x1.ffffffp127;
    private static final double LARGEST_ULP = Math.ulp(Float.MAX_VALUE);

    private Deviation() {
    }

    /** {@code |result - exact|}; 0 if both are NaN, infinite if one is. */
    static double of(float result, double exact) {
        if (Float.isNaN(result) || Double.isNaN(exact)) {
            return Float.isNaN(result) && Double.isNaN(exact) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (!Float.isInfinite(result)) {
            return Math.abs(result - exact);
        }
        return Math.max(0, OVERFLOW - Math.signum(result) * exact);
    }

    /** The unit in the last place of the exact value rounded to float, that of the largest float beyond the floats. */
    static double ulp(double exact) {
        return Math.min(Math.ulp((float) exact), LARGEST_ULP);
    }
}
