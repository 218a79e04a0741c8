package dev.lanewise.properties;

import java.util.function.IntToDoubleFunction;

/** The closed forms of learning-rate schedules in double: what the base rate is multiplied by at step t, from 0. */
final class PaperSchedules {
    private PaperSchedules() {
    }

    /** {@code gamma^floor(t / size)}. */
    static IntToDoubleFunction step(int size, double gamma) {
        return t -> Math.pow(gamma, Math.floor((double) t / size));
    }

    /** {@code gamma^(t / size)}. */
    static IntToDoubleFunction exponential(double gamma, double size) {
        return t -> Math.exp(Math.log(gamma) * t / size);
    }

    /** {@code 1 / (1 + rate t / size)}. */
    static IntToDoubleFunction inverseTime(double rate, int size) {
        return t -> size / (size + rate * t);
    }

    /** Loshchilov and Hutter 2017, equation 5 without restarts: {@code end + (1-end) (1 + cos(pi t/n)) / 2}. */
    static IntToDoubleFunction cosine(int n, double end) {
        return t -> between(1, end, halfWave((double) t / n));
    }

    /** {@code end + (1-end) (1 - t/n)^power}; linear with power 1. */
    static IntToDoubleFunction polynomial(int n, double power, double end) {
        return t -> between(end, 1, Math.pow(Math.max(0, n - t) / (double) n, power));
    }

    /** Goyal et al. 2017: in equal steps up to the first factor of what follows, whose first step is step {@code n}. */
    static IntToDoubleFunction warmUp(int n, IntToDoubleFunction then) {
        return t -> t < n ? then.applyAsDouble(0) * (t + 1) / n : then.applyAsDouble(t - n);
    }

    /**
     * Smith and Topin 2018 as PyTorch has it: up from {@code 1/start} to 1 at step {@code rise n - 1}, then down to
     * {@code 1/(start fall)} at step {@code n - 1}, both along half a wave.
     */
    static IntToDoubleFunction oneCycle(int n, double rise, double start, double fall) {
        double top = rise * n - 1;
        return t -> t <= top
                ? between(1 / start, 1, halfWave(t / top))
                : between(1, 1 / (start * fall), halfWave((t - top) / (n - 1 - top)));
    }

    /** From a at step 0 to b at step n. */
    static IntToDoubleFunction ramp(double a, double b, int n) {
        return t -> between(a, b, Math.min(1, (double) t / n));
    }

    /** From 0 to 1 between 0 and 1, and 1 beyond. */
    private static double halfWave(double x) {
        return (1 - Math.cos(Math.PI * Math.min(x, 1))) / 2;
    }

    private static double between(double a, double b, double x) {
        return a + (b - a) * x;
    }
}
