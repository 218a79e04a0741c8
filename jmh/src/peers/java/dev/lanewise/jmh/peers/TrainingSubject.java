package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.TrainingShape;

/** Steps of training; the speed is in samples a second. */
final class TrainingSubject implements Subject {
    /** Of an epoch of 60,000 in batches of 128. */
    private static final int STEPS = 469;
    private static final int JUDGED = 50;
    private static final double LEARNT = 0.3;

    private static final TrainingCall NOTHING = new TrainingCall() {
        @Override
        public void run(int steps) {
            throw new IllegalStateException("run: nothing is prepared");
        }

        @Override
        public double loss() {
            return Double.NaN;
        }
    };

    /** How trainings are verified. */
    static final String RULE = "by its loss: the mean over steps 420 to 469 is below " + LEARNT
            + " (an untrained network has 2.3)";

    private final TrainingLibrary library;
    private TrainingShape shape = TrainingShape.parse("1-1:1");
    private TrainingCall call = NOTHING;

    TrainingSubject(TrainingLibrary library) {
        this.library = library;
    }

    @Override
    public String describe() {
        return library.describe();
    }

    /** Trains the first epoch, which is verified. */
    @Override
    public void prepare(String text) {
        call.close();
        call = NOTHING;
        shape = TrainingShape.parse(text);
        call = library.prepare(shape, new TrainingSamples(shape));
        call.run(STEPS - JUDGED);
    }

    @Override
    public void run(int calls) {
        call.run(calls);
    }

    /** After a warm-up the loss is rather lower than the rule asks for. */
    @Override
    public void verify() {
        double sum = 0;
        for (int i = 0; i < JUDGED; i++) {
            call.run(1);
            sum += call.loss();
        }
        if (!(sum / JUDGED < LEARNT)) {
            throw new IllegalStateException("mean loss of " + JUDGED + " steps after the first epoch: "
                    + sum / JUDGED + " (expected below " + LEARNT + ")");
        }
    }

    @Override
    public double speed(double callSeconds) {
        return shape.batch() / callSeconds;
    }
}
