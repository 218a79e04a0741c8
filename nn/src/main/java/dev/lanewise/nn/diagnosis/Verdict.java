package dev.lanewise.nn.diagnosis;

/** What a training suffers from, in the order in which a doctor would ask: first the data, then training, then testing. */
public enum Verdict {
    /** Inputs far from unit size, so that no learning rate suits all weights. */
    BADLY_SCALED_INPUTS("badly scaled inputs"),
    /** The loss before the first step is far from that of a guess, ln K for K classes. */
    WRONG_INITIAL_LOSS("wrong initial loss"),
    /** Gradients grow without bound on their way through the layers or the steps. */
    EXPLODING_GRADIENT("exploding gradient"),
    /** The loss swings, grows or becomes NaN because steps are too long. */
    LEARNING_RATE_TOO_HIGH("learning rate too high"),
    /** Gradients shrink from the last layer to the first, which hardly learns. */
    VANISHING_GRADIENT("vanishing gradient"),
    /** Units that are 0 for every sample and get no gradient any more. */
    DEAD_RELUS("dead ReLUs"),
    /** The loss falls all the time, and slowly. */
    LEARNING_RATE_TOO_LOW("learning rate too low"),
    /** The loss stood still far above what the network can reach. */
    PLATEAU("plateau or saddle"),
    /** The network cannot even learn one batch by heart. */
    TOO_LITTLE_CAPACITY("too little capacity"),
    /** A deeper network is worse than a shallower one on the training data. */
    DEEPER_IS_WORSE("deeper is worse on training data"),
    /** Labels that the inputs do not explain. */
    LABEL_NOISE("label noise or a broken label column"),
    /** Good on training data, worse and worse on validation data. */
    OVERFITTING("overfitting"),
    /** Good on training and validation data, poor on test data. */
    TEST_UNLIKE_TRAINING("test set unlike the training set"),
    /** Both curves were still falling at the end. */
    UNDERTRAINED("undertrained"),
    /** Nothing is wrong that we know of. */
    HEALTHY("healthy");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    /** The verdict in words. */
    public String title() {
        return title;
    }
}
