package dev.lanewise.kernels.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * A scalar argument.
 *
 * @param name as in the facade's signature
 * @param values what tests pass; the first is the usual one, which benchmarks pass call after call
 * @param refused what the facade must refuse, naming the parameter
 */
public record Parameter(String name, List<Number> values, List<Number> refused) {
    private static final List<Float> NOT_FINITE = List.of(Float.NaN, Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY);

    /** A float that may be anything. */
    public static Parameter any(String name, Float... values) {
        return new Parameter(name, List.of(values), List.of());
    }

    /** A float that must be finite. */
    public static Parameter finite(String name, Float... values) {
        return new Parameter(name, List.of(values), List.copyOf(NOT_FINITE));
    }

    /** An integer. */
    public static Parameter integer(String name, Long... values) {
        return new Parameter(name, List.of(values), List.of());
    }

    /** A factor that may be anything; 1 is the usual one, as repeated calls in place then stay in range. */
    public static Parameter factor(String name) {
        return any(name, 1f, 0.5f, 0f, -1f, 0.1f, -0f, 1e-40f, 1e30f, Float.NaN, Float.POSITIVE_INFINITY);
    }

    /** This one, where the facade must refuse these values too. */
    public Parameter refusing(Number... values) {
        var all = new ArrayList<>(refused);
        all.addAll(List.of(values));
        return new Parameter(name, this.values, List.copyOf(all));
    }
}
