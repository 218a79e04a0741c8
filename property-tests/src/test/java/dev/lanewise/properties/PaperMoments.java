package dev.lanewise.properties;

/** Adam and its relatives. */
final class PaperMoments {
    private PaperMoments() {
    }

    /**
     * Kingma and Ba 2015, algorithm 1. With {@code amsgrad} (Reddi et al. 2018, bias-corrected as in PyTorch) the
     * largest v so far is corrected in the place of v. The state is m, v, largest v. AdamW (Loshchilov and Hutter
     * 2019) is this with {@link PaperRule#decay}.
     */
    record Adam(double beta1, double beta2, double epsilon, boolean amsgrad) implements PaperOptimizer {
        @Override
        public double[] start() {
            return new double[3];
        }

        @Override
        public double change(double g, double[] s, int t, double eta) {
            s[0] = beta1 * s[0] + (1 - beta1) * g;
            s[1] = beta2 * s[1] + (1 - beta2) * g * g;
            s[2] = Math.max(s[2], s[1]);
            double mHat = s[0] / (1 - Math.pow(beta1, t));
            double vHat = (amsgrad ? s[2] : s[1]) / (1 - Math.pow(beta2, t));
            return -eta * mHat / (Math.sqrt(vHat) + epsilon);
        }
    }

    /**
     * Dozat 2016, algorithm 8, with its momenta {@code mu_t = beta1 (1 - 0.96^(t psi) / 2)}. The state is m, v; the
     * products of the momenta follow from t.
     */
    static final class Nadam implements PaperOptimizer {
        private final double beta1;
        private final double beta2;
        private final double epsilon;
        private final double psi;
        private final double[] products;

        Nadam(double beta1, double beta2, double epsilon, double psi, int steps) {
            this.beta1 = beta1;
            this.beta2 = beta2;
            this.epsilon = epsilon;
            this.psi = psi;
            products = new double[steps + 2];
            products[0] = 1;
            for (int t = 1; t < products.length; t++) {
                products[t] = products[t - 1] * mu(t);
            }
        }

        private double mu(int t) {
            return beta1 * (1 - 0.5 * Math.pow(0.96, t * psi));
        }

        /** mu_1 mu_2 ... mu_t. */
        double product(int t) {
            return products[t];
        }

        @Override
        public double[] start() {
            return new double[2];
        }

        @Override
        public double change(double g, double[] s, int t, double eta) {
            s[0] = beta1 * s[0] + (1 - beta1) * g;
            s[1] = beta2 * s[1] + (1 - beta2) * g * g;
            double mHat = mu(t + 1) * s[0] / (1 - product(t + 1)) + (1 - mu(t)) * g / (1 - product(t));
            double vHat = s[1] / (1 - Math.pow(beta2, t));
            return -eta * mHat / (Math.sqrt(vHat) + epsilon);
        }
    }

    /**
     * Chen et al. 2023, algorithm 2: {@code u = sign(beta1 m + (1-beta1) g); w - eta u; m = beta2 m + (1-beta2) g}. Its
     * weight decay is {@link PaperRule#decay}.
     */
    record Lion(double beta1, double beta2) implements PaperOptimizer {
        @Override
        public double[] start() {
            return new double[1];
        }

        @Override
        public double change(double g, double[] s, int t, double eta) {
            double u = Math.signum(beta1 * s[0] + (1 - beta1) * g);
            s[0] = beta2 * s[0] + (1 - beta2) * g;
            return -eta * u;
        }
    }
}
