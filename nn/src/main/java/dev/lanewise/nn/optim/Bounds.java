package dev.lanewise.nn.optim;

/** Checks of settings; each names what was given and what was expected. */
final class Bounds {
    private Bounds() {
    }

    static void atLeast(String name, long value, long fewest) {
        if (value < fewest) {
            throw new IllegalArgumentException(name + ": " + value + " (expected >= " + fewest + ")");
        }
    }

    static void positive(String name, double value) {
        check(name, value, value > 0 && Double.isFinite(value), "> 0 and finite");
    }

    static void notNegative(String name, double value) {
        check(name, value, value >= 0 && Double.isFinite(value), ">= 0 and finite");
    }

    /** Infinity stands for no limit. */
    static void limit(String name, double value) {
        check(name, value, value > 0, "> 0; Infinity for none");
    }

    /** A factor that makes smaller, or 1. */
    static void decay(String name, double value) {
        check(name, value, value > 0 && value <= 1, "> 0 and <= 1");
    }

    static void fraction(String name, double value) {
        check(name, value, value >= 0 && value <= 1, ">= 0 and <= 1");
    }

    static void fractionBelowOne(String name, double value) {
        check(name, value, value >= 0 && value < 1, ">= 0 and < 1");
    }

    static void check(String name, double value, boolean right, String expected) {
        if (!right) {
            throw new IllegalArgumentException(
                    name + ": " + Word.text(value) + " (expected " + expected + ")");
        }
    }
}
