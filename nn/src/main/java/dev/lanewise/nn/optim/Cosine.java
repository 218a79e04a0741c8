package dev.lanewise.nn.optim;

/** Half a cosine wave, from 1 to 0. */
final class Cosine {
    private static final double QUARTER_TURN = StrictMath.PI / 2;

    private Cosine() {
    }

    /**
     * {@code (1 + cos(pi p)) / 2} with {@code p = done / total} in [0, 1]: exactly 1 at 0 and 0 at 1. As
     * {@code cos^2(pi p / 2)}, which is {@code sin^2(pi (1 - p) / 2)}, it keeps its digits near 0, and no argument is
     * above pi / 4, where StrictMath would need an array.
     */
    static double fall(double done, double total) {
        double left = total - done;
        double root = done <= left
                ? StrictMath.cos(QUARTER_TURN * (done / total))
                : StrictMath.sin(QUARTER_TURN * (left / total));
        return root * root;
    }
}
