package dev.lanewise.properties;

/** A function to be minimised, with its gradient derived by hand, in double. */
interface Objective {
    /** Where to begin; each value is a float's. */
    double[] start();

    double value(double[] w);

    double[] gradient(double[] w);
}
