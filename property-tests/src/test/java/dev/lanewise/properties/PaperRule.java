package dev.lanewise.properties;

/**
 * An optimizer with what surrounds it: {@code g' = scale g + l2 w + l1 sign(w)} with {@code sign(0) = 0}, then the
 * optimizer, then decoupled decay, {@code w - eta decay w}.
 *
 * @param scale what the gradient is multiplied by, as clipping by global norm does
 * @param l1 the coefficient of the penalty {@code |w|}
 * @param l2 the coefficient of the penalty {@code w^2 / 2}
 * @param decay the decoupled weight decay (Loshchilov and Hutter 2019)
 */
record PaperRule(PaperOptimizer optimizer, double scale, double l1, double l2, double decay) {
    static PaperRule of(PaperOptimizer optimizer) {
        return new PaperRule(optimizer, 1, 0, 0, 0);
    }

    PaperRule with(PaperOptimizer other) {
        return new PaperRule(other, scale, l1, l2, decay);
    }

    /** The parameter after step t; the state s is advanced. */
    double step(double w, double g, double[] s, int t, double eta) {
        double penalized = scale * g + l2 * w + l1 * Math.signum(w);
        return w - eta * decay * w + optimizer.change(penalized, s, t, eta);
    }
}
