package dev.lanewise.properties;

/** The rules without moments' bias correction; see {@link PaperMoments} for Adam's relatives. */
final class PaperDescents {
    private PaperDescents() {
    }

    /** Robbins and Monro 1951: {@code w - eta g}. */
    record Sgd() implements PaperOptimizer {
        @Override
        public double[] start() {
            return new double[0];
        }

        @Override
        public double change(double g, double[] s, int t, double eta) {
            return -eta * g;
        }
    }

    /** The lecture (Polyak 1964): {@code v = lambda v - eta g; w + v}. */
    record Momentum(double lambda) implements PaperOptimizer {
        @Override
        public double[] start() {
            return new double[1];
        }

        @Override
        public double change(double g, double[] s, int t, double eta) {
            s[0] = lambda * s[0] - eta * g;
            return s[0];
        }
    }

    /**
     * Nesterov 1983 in the form of Sutskever et al. 2013: {@code v = mu v - eta g(theta + mu v); theta + v}. The
     * parameter that has a gradient is {@code w = theta + mu v}; it moves by {@code mu v - eta g} with the new v.
     */
    record Nesterov(double mu) implements PaperOptimizer {
        @Override
        public double[] start() {
            return new double[1];
        }

        @Override
        public double change(double g, double[] s, int t, double eta) {
            s[0] = mu * s[0] - eta * g;
            return mu * s[0] - eta * g;
        }
    }

    /** Duchi et al. 2011, diagonal: {@code s = s + g^2; w - eta g / (sqrt(s) + epsilon)}. */
    record Adagrad(double initial, double epsilon) implements PaperOptimizer {
        @Override
        public double[] start() {
            return new double[]{initial};
        }

        @Override
        public double change(double g, double[] s, int t, double eta) {
            s[0] += g * g;
            return -eta * g / (Math.sqrt(s[0]) + epsilon);
        }
    }

    /**
     * Hinton's lecture 6e: {@code s = alpha s + (1-alpha) g^2; d = g / (sqrt(s) + epsilon)}. Centred as in Graves 2013:
     * {@code a = alpha a + (1-alpha) g} and {@code s - a^2} in the place of s. With momentum as in PyTorch:
     * {@code b = momentum b + d; w - eta b}. The state is s, a, b, whether used or not.
     */
    record RmsProp(double alpha, double epsilon, boolean centred, double momentum) implements PaperOptimizer {
        @Override
        public double[] start() {
            return new double[3];
        }

        @Override
        public double change(double g, double[] s, int t, double eta) {
            s[0] = alpha * s[0] + (1 - alpha) * g * g;
            s[1] = alpha * s[1] + (1 - alpha) * g;
            double variance = centred ? s[0] - s[1] * s[1] : s[0];
            s[2] = momentum * s[2] + g / (Math.sqrt(variance) + epsilon);
            return -eta * s[2];
        }
    }

    /**
     * Zeiler 2012, algorithm 1: {@code s = rho s + (1-rho) g^2; d = -sqrt(u + epsilon) / sqrt(s + epsilon) g;
     * u = rho u + (1-rho) d^2}, and w moves by {@code eta d} (in the paper eta is 1). The state is s, u.
     */
    record Adadelta(double rho, double epsilon) implements PaperOptimizer {
        @Override
        public double[] start() {
            return new double[2];
        }

        @Override
        public double change(double g, double[] s, int t, double eta) {
            s[0] = rho * s[0] + (1 - rho) * g * g;
            double d = -Math.sqrt(s[1] + epsilon) / Math.sqrt(s[0] + epsilon) * g;
            s[1] = rho * s[1] + (1 - rho) * d * d;
            return eta * d;
        }
    }
}
