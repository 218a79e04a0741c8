package dev.lanewise.properties;

/** The largest difference between the library's steps and the paper's, in bounds of {@link PaperStep}. */
final class StepDeviation {
    private final OptimizerCase example;
    private double worst;
    private String description = "equal";

    private StepDeviation(OptimizerCase example) {
        this.example = example;
    }

    /** The library minimises the objective; the paper's rule repeats each of its steps. */
    static StepDeviation alongOwnPath(OptimizerCase example, int steps) {
        var deviation = new StepDeviation(example);
        var run = new LibraryRun(example);
        for (int t = 1; t <= steps; t++) {
            double[][] before = run.snapshot();
            run.step();
            deviation.add(t, before, run);
        }
        return deviation;
    }

    /** The library begins each step with parameters of 0; the gradients are those on the paper's path. */
    static StepDeviation fromZero(OptimizerCase example, int steps) {
        var deviation = new StepDeviation(example);
        var run = new LibraryRun(example);
        var paper = new PaperRun(example);
        for (int t = 1; t <= steps; t++) {
            run.clearParameters();
            double[][] before = run.snapshot();
            run.step(paper.gradient());
            paper.step();
            deviation.add(t, before, run);
        }
        return deviation;
    }

    /** @param before {@link LibraryRun#snapshot} before the step that run has just taken */
    private void add(int t, double[][] before, LibraryRun run) {
        var step = new PaperStep(example.rule(), t);
        double[][] after = run.snapshot();
        for (int i = 0; i < before.length; i++) {
            double[] in = PaperStep.inputs(example.eta(), run.gradient(i), before[i]);
            double[] exact = step.result(in);
            double[] bound = step.bound(in);
            for (int j = 0; j < exact.length; j++) {
                if (example.isKept(j)) {
                    add("%s, step %d, parameter %d, value %d".formatted(example, t, i, j), after[i][j],
                            exact[j],
                            bound[j]);
                }
            }
        }
    }

    /** Infinite where anything is not a number. */
    private static double ratio(double actual, double exact, double bound) {
        double error = Math.abs(actual - exact);
        if (error == 0) {
            return 0;
        }
        double ratio = error / bound;
        return Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio;
    }

    private void add(String place, double actual, double exact, double bound) {
        double ratio = ratio(actual, exact, bound);
        if (ratio > worst) {
            worst = ratio;
            description = "%s: %s (expected %s +- %s)".formatted(place, actual, exact, bound);
        }
    }

    /** In bounds: 1 is the most that is allowed. */
    double worst() {
        return worst;
    }

    String description() {
        return description;
    }
}
