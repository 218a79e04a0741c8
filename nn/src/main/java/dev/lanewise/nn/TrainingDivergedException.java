package dev.lanewise.nn;

/** A loss became NaN or infinite, so that going on would teach nothing. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final long step;
    private final int layer;
    private final String reason;

    /**
     * With a message of all that is known.
     *
     * @param epoch from 1
     * @param step of the whole training, from 1
     * @param loss of the batch
     * @param layer index, from 0, of the first layer with numbers that are not finite; -1 if the inputs are not, the number
     *        of layers if only the loss is not
     * @param place its name
     * @param reason what is not finite and what has probably caused it
     */
    TrainingDivergedException(int epoch, long step, double loss, int layer, String place, String reason) {
        super("training diverged: loss " + loss + " in epoch " + epoch + ", step " + step + "; " + place
                + ": "
                + reason);
        this.epoch = epoch;
        this.step = step;
        this.layer = layer;
        this.reason = reason;
    }

    /** The epoch, from 1. */
    public int epoch() {
        return epoch;
    }

    /** The step of the whole training, from 1. */
    public long step() {
        return step;
    }

    /**
     * Index, from 0, of the first layer with numbers that are not finite; -1 if the inputs are not, the number of layers if
     * only the loss is not.
     */
    public int layer() {
        return layer;
    }

    /** What is not finite there, and what has probably caused it, in one sentence. */
    public String reason() {
        return reason;
    }
}
