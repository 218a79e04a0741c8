package dev.lanewise.properties;

/** Rosenbrock 1960: {@code 100 (y - x^2)^2 + (1 - x)^2}, smallest (0) at (1, 1), from the customary (-1.2, 1). */
record Rosenbrock() implements Objective {
    @Override
    public double[] start() {
        return new double[]{-1.2f, 1};
    }

    @Override
    public double value(double[] w) {
        double valley = w[1] - w[0] * w[0];
        return 100 * valley * valley + (1 - w[0]) * (1 - w[0]);
    }

    @Override
    public double[] gradient(double[] w) {
        double valley = w[1] - w[0] * w[0];
        return new double[]{-400 * w[0] * valley - 2 * (1 - w[0]), 200 * valley};
    }
}
