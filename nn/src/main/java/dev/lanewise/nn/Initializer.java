package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Philox;
import java.util.List;

/**
 * Initial weights of a layer, by the fan-in (inputs of a unit) and the fan-out (outputs of an input). Normal
 * variants have mean 0 and the standard deviation given; uniform ones lie in [-limit, limit).
 *
 * <p>Unless told, a {@link Dense} layer looks at the activation behind it, beyond a {@link Dropout}: {@code HE_NORMAL} before
 * what is about the identity above 0 and small below (ReLU, leaky and parametric ReLU, ELU, softplus, GELU, SiLU),
 * {@code LECUN_NORMAL} before SELU (Klambauer et al. 2017), and {@code GLOROT_UNIFORM} elsewhere.
 */
public enum Initializer {
    /** Deviation {@code sqrt(2 / fanIn)}: He et al., "Delving deep into rectifiers" (2015); for ReLU. */
    HE_NORMAL,
    /** Limit {@code sqrt(6 / fanIn)}. */
    HE_UNIFORM,
    /** Deviation {@code sqrt(2 / (fanIn + fanOut))}: Glorot and Bengio (2010), also named Xavier. */
    GLOROT_NORMAL,
    /** Limit {@code sqrt(6 / (fanIn + fanOut))}. */
    GLOROT_UNIFORM,
    /** Deviation {@code sqrt(1 / fanIn)}: LeCun et al., "Efficient BackProp" (1998). */
    LECUN_NORMAL,
    /** Limit {@code sqrt(3 / fanIn)}. */
    LECUN_UNIFORM;

    /** What suits a linear layer in front of these layers, nearest first. */
    static Initializer suiting(List<Layer> following) {
        for (Layer next : following) {
            if (!(next instanceof Dropout)) {
                return suiting(next);
            }
        }
        return GLOROT_UNIFORM;
    }

    private static Initializer suiting(Layer next) {
        return switch (next) {
            case ActivationLayer(Activation f, float _) -> switch (f) {
                case RELU, LEAKY_RELU, ELU, SOFTPLUS, GELU, GELU_TANH, SILU -> HE_NORMAL;
                case SELU -> LECUN_NORMAL;
                case IDENTITY, SIGMOID, TANH -> GLOROT_UNIFORM;
            };
            case Prelu _ -> HE_NORMAL;
            default -> GLOROT_UNIFORM;
        };
    }

    /** Fills the fanIn x fanOut weights from {@code offset}; element i is draw i of the stream. */
    void fill(int fanIn, int fanOut, long seed, long stream, float[] weights, int offset) {
        int n = fanIn * fanOut;
        float deviation = (float) deviation(fanIn, fanOut);
        float limit = (float) (Math.sqrt(3) * deviation(fanIn, fanOut));
        switch (this) {
            case HE_NORMAL, GLOROT_NORMAL, LECUN_NORMAL ->
                Philox.normal(seed, stream, 0, 0f, deviation, n, weights, offset);
            case HE_UNIFORM, GLOROT_UNIFORM, LECUN_UNIFORM ->
                Philox.uniform(seed, stream, 0, -limit, limit, n, weights, offset);
        }
    }

    private double deviation(int fanIn, int fanOut) {
        return switch (this) {
            case HE_NORMAL, HE_UNIFORM -> Math.sqrt(2.0 / fanIn);
            case GLOROT_NORMAL, GLOROT_UNIFORM -> Math.sqrt(2.0 / ((double) fanIn + fanOut));
            case LECUN_NORMAL, LECUN_UNIFORM -> Math.sqrt(1.0 / fanIn);
        };
    }
}
