package dev.lanewise.jmh.peers;

/** Updates by optimizers; the speed is in parameters a second. */
final class OptimizerSubject implements Subject {
    private static final int UPDATES = 3;
    private static final double ABSOLUTE = 1e-6;
    private static final double RELATIVE = 1e-4;

    /** How updates are verified. */
    static final String RULE = "after the first 3 updates within " + ABSOLUTE + " + " + RELATIVE
            + " of the change of a double-precision oracle (parameters are rounded to 6e-8; epsilon, 1e-8, is at different "
            + "places, beside roots of at least 0.03)";

    private static final OptimizerCall NOTHING = new OptimizerCall() {
        @Override
        public void run(int updates) {
            throw new IllegalStateException("run: nothing is prepared");
        }

        @Override
        public float[] afterFirst(int updates) {
            return new float[0];
        }
    };

    private final OptimizerLibrary library;
    private OptimizerWork work = OptimizerWork.parse("adam:1");
    private OptimizerCall call = NOTHING;

    OptimizerSubject(OptimizerLibrary library) {
        this.library = library;
    }

    @Override
    public String describe() {
        return library.describe();
    }

    /** Verified at once, because warming up changes the state. */
    @Override
    public void prepare(String text) {
        call.close();
        call = NOTHING;
        work = OptimizerWork.parse(text);
        call = library.prepare(work);
        check(call.afterFirst(UPDATES));
    }

    @Override
    public void run(int calls) {
        call.run(calls);
    }

    /** Was done in {@link #prepare}. */
    @Override
    public void verify() {
    }

    private void check(float... parameters) {
        float[] initial = work.initial();
        float[] gradients = work.gradients();
        for (int i = 0; i < initial.length; i++) {
            double change = change(gradients[i]);
            double expected = initial[i] + change;
            if (!(Math.abs(parameters[i] - expected) <= ABSOLUTE + RELATIVE * Math.abs(change))) {
                throw new IllegalStateException(work + ": parameter " + i + " is " + parameters[i]
                        + " after " + UPDATES + " updates (expected " + expected + ")");
            }
        }
    }

    /** What the first updates by a gradient add, by the formulas of the papers. */
    private double change(double g) {
        double rate = OptimizerWork.LEARNING_RATE;
        double change = 0;
        double first = 0;
        double second = 0;
        for (int t = 1; t <= UPDATES; t++) {
            switch (work.kind()) {
                case ADAM -> {
                    first = 0.9 * first + 0.1 * g;
                    second = 0.999 * second + 0.001 * g * g;
                    change -= rate * first / (1 - Math.pow(0.9, t))
                            / Math.sqrt(second / (1 - Math.pow(0.999, t)));
                }
                case MOMENTUM -> {
                    first = OptimizerWork.MOMENTUM * first - rate * g;
                    change += first;
                }
                case ADAGRAD -> {
                    second += g * g;
                    change -= rate * g / Math.sqrt(second);
                }
                case RMSPROP -> {
                    second = OptimizerWork.RHO * second + (1.0 - OptimizerWork.RHO) * g * g;
                    change -= rate * g / Math.sqrt(second);
                }
            }
        }
        return change;
    }

    @Override
    public double speed(double callSeconds) {
        return work.parameters() / callSeconds;
    }
}
