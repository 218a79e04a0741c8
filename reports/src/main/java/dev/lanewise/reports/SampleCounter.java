package dev.lanewise.reports;

import dev.lanewise.nn.TrainingListener;

/** Notes how many samples an epoch has. */
final class SampleCounter implements TrainingListener {
    private int samples;

    @Override
    public void onTrainingStart(int epochs, int batchesPerEpoch, int samplesPerEpoch) {
        samples = samplesPerEpoch;
    }

    int samples() {
        return samples;
    }
}
