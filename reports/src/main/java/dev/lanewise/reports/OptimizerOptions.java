package dev.lanewise.reports;

import dev.lanewise.nn.optim.Adadelta;
import dev.lanewise.nn.optim.Adagrad;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.AdamW;
import dev.lanewise.nn.optim.Lion;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Nadam;
import dev.lanewise.nn.optim.Nesterov;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The optimizer. A hyper-parameter that it does not have is refused, and one that was not given is its default. */
final class OptimizerOptions {
    private static final String NAMES = "sgd momentum nesterov adagrad rmsprop adadelta adam adamw nadam lion";

    @Option(names = "--optimizer", paramLabel = "NAME", description = "One of: " + NAMES
            + ". Default: adam for CSV, sgd for images.")
    private @Nullable String name;

    @Option(names = "--learning-rate", paramLabel = "X", description = "Default: 0.1 for sgd, 1 for adadelta, 0.0001 for lion, 0.001 for rmsprop and the adam family, "
            + "else 0.01.")
    private @Nullable Float learningRate;

    @Option(names = "--momentum", paramLabel = "X", description = "momentum and nesterov (0.9), rmsprop (0).")
    private @Nullable Float momentum;

    @Option(names = "--dampening", paramLabel = "X", description = "momentum: how much less the gradient counts, as in PyTorch (0).")
    private @Nullable Float dampening;

    @Option(names = "--rate-outside", description = "momentum, nesterov, rmsprop: the learning rate multiplies the velocity, as in PyTorch, "
            + "not the gradient.")
    private boolean rateOutside;

    @Option(names = "--rho", paramLabel = "X", description = "rmsprop (0.9), adadelta (0.95): how much of the mean square stays.")
    private @Nullable Float rho;

    @Option(names = "--centered", description = "rmsprop: by the variance instead of the mean square.")
    private boolean centered;

    @Option(names = "--beta1", paramLabel = "X", description = "adam, adamw, nadam, lion (0.9).")
    private @Nullable Float beta1;

    @Option(names = "--beta2", paramLabel = "X", description = "adam, adamw, nadam (0.999), lion (0.99).")
    private @Nullable Float beta2;

    @Option(names = "--amsgrad", description = "adam, adamw: by the largest mean square so far.")
    private boolean amsgrad;

    @Option(names = "--epsilon", paramLabel = "X", description = "rmsprop, adam, adamw, nadam (1e-8), adadelta (1e-6), adagrad (1e-10).")
    private @Nullable Float epsilon;

    @Option(names = "--epsilon-inside", description = "adagrad, rmsprop: epsilon inside the root, as in Keras.")
    private boolean epsilonInside;

    @Option(names = "--epsilon-hat", description = "adam, adamw: epsilon added before the correction, as in Keras.")
    private boolean epsilonHat;

    @Option(names = "--initial-accumulator", paramLabel = "X", description = "adagrad: the sum of squares at first; 0.1 in Keras (0).")
    private @Nullable Float initialAccumulator;

    @Option(names = "--momentum-decay", paramLabel = "X", description = "nadam: how fast momentum warms up (0.004).")
    private @Nullable Float momentumDecay;

    @Option(names = "--weight-decay", paramLabel = "X", description = "Decoupled decay: beside its update a weight loses learning rate x X x itself (adamw 0.01, "
            + "else 0). PyTorch's weight_decay of sgd and adam is --l2 here.")
    private @Nullable Float weightDecay;

    /** Whether one was given, or is {@linkplain #suit settled} by now. */
    boolean isSettled() {
        return name != null;
    }

    /** Settles which one it is if none was given. */
    void suit(String usual) {
        name = name == null ? usual : name;
    }

    /**
     * The optimizer, which is settled; from then on the options name all of its hyper-parameters.
     *
     * @throws IllegalArgumentException for an unknown name, a hyper-parameter that it does not have or a value that it
     *         refuses
     */
    Optimizer optimizer() {
        String known = Words.of(Objects.requireNonNull(name, "suit comes first"));
        name = known;
        refuse("momentum", momentum, "momentum", "nesterov", "rmsprop");
        refuse("dampening", dampening, "momentum");
        refuseFlag("rate-outside", rateOutside, "momentum", "nesterov", "rmsprop");
        refuse("rho", rho, "rmsprop", "adadelta");
        refuseFlag("centered", centered, "rmsprop");
        refuse("beta1", beta1, "adam", "adamw", "nadam", "lion");
        refuse("beta2", beta2, "adam", "adamw", "nadam", "lion");
        refuseFlag("amsgrad", amsgrad, "adam", "adamw");
        refuse("epsilon", epsilon, "adagrad", "rmsprop", "adadelta", "adam", "adamw", "nadam");
        refuseFlag("epsilon-inside", epsilonInside, "adagrad", "rmsprop");
        refuseFlag("epsilon-hat", epsilonHat, "adam", "adamw");
        refuse("initial-accumulator", initialAccumulator, "adagrad");
        refuse("momentum-decay", momentumDecay, "nadam");
        Optimizer made = make(known);
        learningRate = made.learningRate();
        remember(made);
        return made;
    }

    private Optimizer make(String known) {
        return switch (known) {
            case "sgd" -> new Sgd(or(learningRate, 0.1f));
            case "momentum" -> new Momentum(or(learningRate, 0.01f), or(momentum, 0.9f), or(dampening, 0f),
                    rateOutside);
            case "nesterov" -> new Nesterov(or(learningRate, 0.01f), or(momentum, 0.9f), rateOutside);
            case "adagrad" -> new Adagrad(or(learningRate, 0.01f), or(initialAccumulator, 0f),
                    or(epsilon, 1e-10f), epsilonInside);
            case "rmsprop" -> rmsProp();
            case "adadelta" -> new Adadelta(or(learningRate, 1f), or(rho, 0.95f), or(epsilon, 1e-6f));
            case "adam" -> adam();
            case "adamw" -> new AdamW(adam(), or(weightDecay, 0.01f));
            case "nadam" -> new Nadam(or(learningRate, 1e-3f), or(beta1, 0.9f), or(beta2, 0.999f),
                    or(epsilon, 1e-8f), or(momentumDecay, 0.004f));
            case "lion" -> new Lion(or(learningRate, 1e-4f), or(beta1, 0.9f), or(beta2, 0.99f));
            default -> throw new IllegalArgumentException(
                    "optimizer: " + known + " (expected one of: " + NAMES + ")");
        };
    }

    private RmsProp rmsProp() {
        if (rateOutside && or(momentum, 0f) == 0f) {
            throw new IllegalArgumentException(
                    "rate-outside: true (expected none for rmsprop without --momentum)");
        }
        return new RmsProp(or(learningRate, 1e-3f), or(rho, 0.9f), or(momentum, 0f), rateOutside, centered,
                or(epsilon, 1e-8f), epsilonInside);
    }

    private Adam adam() {
        return new Adam(or(learningRate, 1e-3f), or(beta1, 0.9f), or(beta2, 0.999f), or(epsilon, 1e-8f),
                amsgrad, epsilonHat);
    }

    private static float or(@Nullable Float given, float usual) {
        return given == null ? usual : given;
    }

    private void remember(Optimizer made) {
        switch (made) {
            case Momentum m -> {
                momentum = m.momentum();
                dampening = m.dampening();
            }
            case Nesterov n -> momentum = n.momentum();
            case Adagrad a -> {
                initialAccumulator = a.initialAccumulator();
                epsilon = a.epsilon();
            }
            case RmsProp r -> {
                rho = r.rho();
                momentum = r.momentum();
                epsilon = r.epsilon();
            }
            case Adadelta a -> {
                rho = a.rho();
                epsilon = a.epsilon();
            }
            case Adam a -> rememberMoments(a.beta1(), a.beta2(), a.epsilon());
            case AdamW w -> {
                remember(w.adam());
                weightDecay = w.decay();
            }
            case Nadam n -> {
                rememberMoments(n.beta1(), n.beta2(), n.epsilon());
                momentumDecay = n.momentumDecay();
            }
            case Lion l -> rememberMoments(l.beta1(), l.beta2(), null);
            default -> {
                // Plain gradient descent has a learning rate only.
            }
        }
    }

    private void rememberMoments(float first, float second, @Nullable Float stabilizer) {
        beta1 = first;
        beta2 = second;
        epsilon = stabilizer;
    }

    /** The decoupled decay that is not the optimizer's own. */
    float regularizingDecay() {
        return "adamw".equals(name) || weightDecay == null ? 0f : weightDecay;
    }

    private void refuseFlag(String option, boolean given, String... owners) {
        refuse(option, given ? true : null, owners);
    }

    private void refuse(String option, @Nullable Object given, String... owners) {
        List<String> known = List.of(NAMES.split(" "));
        if (given != null && name != null && known.contains(name) && !List.of(owners).contains(name)) {
            throw new IllegalArgumentException(option + ": " + given + " (expected none for " + name
                    + "; it belongs to " + String.join(", ", owners) + ")");
        }
    }
}
