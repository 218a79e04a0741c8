package dev.lanewise.nn;

/** How a training ended. */
public enum Ending {
    /** After its last epoch. */
    COMPLETED,
    /** Because {@link EarlyStopping} said so. */
    STOPPED_EARLY,
    /** By {@link Trainer#stop}, between two steps; a snapshot continues it. */
    INTERRUPTED
}
