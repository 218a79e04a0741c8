package dev.lanewise.nn.diagnosis;

import java.util.Optional;

/** Decides about one verdict. */
interface Rule {
    /** The finding, or nothing if the evidence does not speak for it. */
    Optional<Finding> examine(Evidence evidence);
}
