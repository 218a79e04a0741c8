package dev.lanewise.jmh.peers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An optimizer's update of so many parameters, such as {@code adam:10000000}.
 *
 * @param kind of optimizer
 * @param parameters from 1 to 2^26
 */
record OptimizerWork(Kind kind, int parameters) {
    static final List<OptimizerWork> ALL = Stream.of(1_000_000, 10_000_000)
            .flatMap(n -> Stream.of(Kind.values()).map(kind -> new OptimizerWork(kind, n)))
            .toList();
    static final float LEARNING_RATE = 1e-3f;
    static final float MOMENTUM = 0.9f;
    static final float RHO = 0.9f;
    static final float EPSILON = 1e-8f;

    private static final int MOST = 1 << 26;

    /** Those that have the same formula in more than one library. */
    enum Kind {
        /** beta1 = 0.9, beta2 = 0.999. */
        ADAM,
        /** {@code v <- 0.9 v - eta g; w <- w + v}. */
        MOMENTUM,
        /** From a sum of 0. */
        ADAGRAD,
        /** rho = 0.9, not centred. */
        RMSPROP
    }

    static OptimizerWork parse(String text) {
        for (Kind kind : Kind.values()) {
            String prefix = kind.name().toLowerCase(Locale.ROOT) + ":";
            String digits = text.startsWith(prefix) ? text.substring(prefix.length()) : "";
            if (digits.matches("[1-9]\\d{0,7}") && Integer.parseInt(digits) <= MOST) {
                return new OptimizerWork(kind, Integer.parseInt(digits));
            }
        }
        throw new IllegalArgumentException(
                text + " (expected adam, momentum, adagrad or rmsprop and the number of "
                        + "parameters up to 2^26, such as adam:10000000)");
    }

    /** From [-1, 1). */
    float[] initial() {
        return Operands.uniform(parameters, 1, -1f, 1f);
    }

    /** Magnitudes from 0.1 to 1, beside which the places of epsilon make no difference. */
    float[] gradients() {
        float[] gradients = Operands.uniform(parameters, 2, -0.9f, 0.9f);
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] += Math.copySign(0.1f, gradients[i]);
        }
        return gradients;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + parameters;
    }
}
