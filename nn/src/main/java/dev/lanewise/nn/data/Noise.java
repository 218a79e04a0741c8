package dev.lanewise.nn.data;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.kernels.VectorMath;

/**
 * Adds Gaussian noise of mean 0 to every input of the network, that is after its scaling: in the scale of 0 to 1 for bytes
 * that are scaled so, and of standard deviations for standardised features.
 *
 * @param deviation the noise's standard deviation, finite and above 0
 */
public record Noise(float deviation) implements Augmentation {
    /** Checks the deviation. */
    public Noise {
        if (!(deviation > 0f && deviation <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "deviation: " + deviation + " (expected a finite number above 0)");
        }
    }

    @Override
    public String spec() {
        return "noise:" + AugmentationParser.number(deviation);
    }

    @Override
    public boolean afterScaling() {
        return true;
    }

    @Override
    public void apply(Sample sample, RandomStream random) {
        float[] noise = sample.scratch();
        random.normal(0f, deviation, sample.size(), noise, 0);
        VectorMath.add(sample.size(), sample.values(), sample.offset(), noise, 0, sample.values(),
                sample.offset());
    }
}
