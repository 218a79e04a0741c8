package dev.lanewise.properties;

/** A paper's optimizer on an objective, in double from beginning to end. */
final class PaperRun {
    private final PaperRule rule;
    private final double eta;
    private final Objective objective;
    private final double[] w;
    private final double[][] state;
    private int t;

    PaperRun(OptimizerCase example) {
        rule = example.rule();
        eta = example.eta();
        objective = example.objective();
        w = objective.start();
        state = new double[w.length][];
        for (int i = 0; i < w.length; i++) {
            state[i] = rule.optimizer().start();
        }
    }

    void step() {
        t++;
        double[] g = gradient();
        for (int i = 0; i < w.length; i++) {
            w[i] = rule.step(w[i], g[i], state[i], t, eta);
        }
    }

    double[] parameters() {
        return w.clone();
    }

    double[] gradient() {
        return objective.gradient(w);
    }
}
