package dev.lanewise.nn.diagnosis;

/**
 * The numbers that decide, all of them. "Learnt" is the part of a guess's loss that is gone: 0 for always giving the
 * classes' shares, 1 for no loss at all.
 */
final class Thresholds {
    /** Learnt of the training data below which a network has not learnt them well. */
    static final double POOR = 0.8;

    /** Root mean square of the inputs; standardized ones have 1, pixels in [0, 1] 0.3, bytes 80 and more. */
    static final double INPUT_LARGE = 10;
    /** The largest feature's root mean square; below, first-layer gradients are as small. */
    static final double INPUT_SMALL = 0.03;
    /** The largest feature by the median one: the curvature along weights goes with the square of that. */
    static final double INPUT_UNEVEN = 30;
    /** Root mean square of the largest feature above which it can stand out too far. */
    static final double INPUT_STANDING_OUT = 1;

    /** Nats above a guess's cross-entropy before the first step; He's and Glorot's weights stay within 1.6. */
    static final double INITIAL_EXCESS_NATS = 2.5;
    /** Times a guess's loss before the first step, for other losses. */
    static final double INITIAL_TIMES = 10;

    /** Standard deviation of a hidden layer's outputs before the first step; He's weights keep it near 1. */
    static final double EXPLODED_OUTPUTS = 10;
    /** First layer's relative gradient by that of the last hidden one before the first step. */
    static final double EXPLODED_BACKWARD = 30;

    /** First layer's relative gradient by the last hidden one's before the first step: sigmoids lose a factor of 4 and more a layer. */
    static final double VANISHED = 0.02;

    /** Hidden layers from which on it is their number that makes gradients tiny. */
    static final int FADING_LAYERS = 4;
    /** What a layer leaves of its inputs' deviation; weights that are all but zero leave less. */
    static final double FADING = 0.03;

    /** Part of a ReLU layer's units that are 0 for all of {@value #PROBE_ROWS} rows. */
    static final double DEAD = 0.6;

    /** What a tenth of the learning rate must gain, or the rate itself lose, in parts of a guess's loss. */
    static final double RATE_GAIN = 0.1;
    /** Change of the parameters, relative to them, a step; about 0.001 is usual. */
    static final double SLOW_MOVEMENT = 2e-4;

    /** The usual rate by the optimizer's own, below which a schedule has made it low. */
    static final double SCHEDULED_AWAY = 0.2;

    /** Accuracy on one batch of 64 rows behind 500 steps of Adam. */
    static final double MEMORISED_ACCURACY = 0.95;
    /** Learnt of such a batch, for regression. */
    static final double MEMORISED_LEARNT = 0.5;

    /** Share of rows whose ten nearest neighbours of 3,000, but one, have one class: 0.58 for digits, 0.68 MNIST, 0.54 Fashion-MNIST. */
    static final double PURE = 0.2;
    /** Rows a class, below which nearest rows are too far away to tell anything. */
    static final int NEIGHBOUR_ROWS = 50;
    /** Which part of what the largest class leaves must be right to be more than a guess. */
    static final double MAJORITY_BEATEN = 0.1;
    /** By how much neighbours may predict labels better than the network where these are noise. */
    static final double NEIGHBOURS_AHEAD = 0.1;

    /** Norm of the first layer's gradient before the first step; 0.1 to 1 is usual. */
    static final double TINY_GRADIENT = 1e-3;

    /** Relative change of the training loss from epoch to epoch during which it stands still. */
    static final double STILL = 0.01;
    /** Share of the epochs, at least {@value #STILL_EPOCHS}, during which it stood still. */
    static final double STILL_SHARE = 0.3;
    static final int STILL_EPOCHS = 3;
    /** Learnt of the training loss below which standing still is standing at a guess. */
    static final double STILL_LEARNT = 0.1;

    /** Training loss by that of the shallower network. */
    static final double DEEPER_LOSS = 1.2;
    /** What the difference must be in parts of a guess's loss. */
    static final double DEEPER_GAP = 0.01;

    /** Rows held out, below which their loss says little. */
    static final int VALIDATION_ROWS = 30;
    /** Validation loss above its least, relative to it. */
    static final double OVERFIT_RISE = 0.12;
    /** Validation loss above the training loss, in parts of a guess's loss. */
    static final double OVERFIT_GAP = 0.1;
    /** Training accuracy above validation accuracy. */
    static final double OVERFIT_ACCURACY = 0.07;

    /** Validation accuracy above test accuracy, beyond what chance explains. */
    static final double TEST_DROP = 0.05;
    /** Standard errors that chance explains. */
    static final double CHANCE = 4;

    /** Relative fall of both losses by some 200 more steps. */
    static final double STILL_FALLING = 0.1;
    /** What it must be in parts of a guess's loss. */
    static final double STILL_FALLING_GAIN = 0.015;

    /** Learnt of the training loss below which a training is hopeless. */
    static final double HOPELESS = 0.02;

    /** Loss behind the first steps by that before them, or by a guess's: before a training only. */
    static final double FIRST_STEPS_TIMES = 1.1;
    /** Rows of the largest class, by those of equal shares: before a training only. */
    static final double MAJORITY = 3;
    /** Share of test rows that may be training rows: MNIST has none. */
    static final double DUPLICATES = 0.01;

    /** Rows of a probe. */
    static final int PROBE_ROWS = 256;

    private Thresholds() {
    }
}
