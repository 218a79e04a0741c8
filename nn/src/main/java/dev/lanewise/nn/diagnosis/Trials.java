package dev.lanewise.nn.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * Measurements that cost steps or comparisons of their own; null where nothing called for them.
 *
 * @param startRates learning rates tried from the initial parameters
 * @param endRates learning rates tried from the final ones
 * @param memorisation of one batch
 * @param neighbourhoods of training rows
 * @param continuation of the training
 */
record Trials(@Nullable RateTrials startRates, @Nullable RateTrials endRates,
        @Nullable Memorisation memorisation, @Nullable Neighbourhoods neighbourhoods,
        @Nullable Continuation continuation) {
    static Trials none() {
        return new Trials(null, null, null, null, null);
    }
}
