package dev.lanewise.reports;

import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;

/** A request to stop that may come before the training begins: it is remembered, and then ends it before its first step. */
final class StopRequest implements TrainingListener {
    private final Trainer trainer;
    private volatile boolean made;

    private StopRequest(Trainer trainer) {
        this.trainer = trainer;
    }

    /** For the next training. */
    static StopRequest of(Trainer trainer) {
        StopRequest request = new StopRequest(trainer);
        trainer.listener(request);
        return request;
    }

    /** Asks, from any thread. */
    void make() {
        made = true;
        trainer.stop();
    }

    @Override
    public void onTrainingStart(int epochs, int batchesPerEpoch, int samplesPerEpoch) {
        if (made) {
            trainer.stop();
        }
    }
}
