package dev.lanewise.properties;

/** One step of a paper's rule as a function of all its inputs, and what float arithmetic may make of it. */
record PaperStep(PaperRule rule, int t) {
    /** How many units of 2^-24 each input and result may have been off by. */
    static final double UNITS = 4;
    private static final double UNIT = 0x1p-24;

    /** @param before a parameter and its state */
    static double[] inputs(double eta, double g, double[] before) {
        double[] in = new double[before.length + 2];
        in[0] = eta;
        in[1] = g;
        System.arraycopy(before, 0, in, 2, before.length);
        return in;
    }

    /** The parameter and its state after the step. */
    double[] result(double[] in) {
        double[] out = new double[in.length - 2];
        double[] state = new double[in.length - 3];
        System.arraycopy(in, 3, state, 0, state.length);
        out[0] = rule.step(in[2], in[1], state, t, in[0]);
        System.arraycopy(state, 0, out, 1, state.length);
        return out;
    }

    /**
     * Float arithmetic on a short expression is backward stable: its result is the exact one of inputs that are a few
     * units in the last place off, but for as many units of its own. So the bound is how far the exact result moves when
     * they are, input by input. It is small where the expression is well conditioned and grows only where the expression
     * itself cancels.
     */
    double[] bound(double[] in) {
        double[] exact = result(in);
        double[] bound = new double[exact.length];
        for (int j = 0; j < bound.length; j++) {
            bound[j] = UNITS * UNIT * Math.abs(exact[j]);
        }
        for (int i = 0; i < in.length; i++) {
            double[] up = result(moved(in, i, 1 + UNITS * UNIT));
            double[] down = result(moved(in, i, 1 - UNITS * UNIT));
            for (int j = 0; j < bound.length; j++) {
                bound[j] += Math.max(Math.abs(up[j] - exact[j]), Math.abs(down[j] - exact[j]));
            }
        }
        return bound;
    }

    private static double[] moved(double[] in, int i, double factor) {
        double[] moved = in.clone();
        moved[i] *= factor;
        return moved;
    }
}
