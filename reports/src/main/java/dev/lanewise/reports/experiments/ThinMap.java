package dev.lanewise.reports.experiments;

/** One matrix and one vector: {@code y = A x + c} with A (outputs, inputs). */
final class ThinMap {
    private final int outputs;
    private final int inputs;
    private final double[] matrix;
    private final double[] constant;

    private ThinMap(int outputs, int inputs, double[] matrix, double[] constant) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.matrix = matrix;
        this.constant = constant;
    }

    /** What a layer computes. */
    static ThinMap of(ThinLayer layer) {
        double[] matrix = new double[layer.units() * layer.inputs()];
        double[] constant = new double[layer.units()];
        for (int j = 0; j < layer.units(); j++) {
            constant[j] = layer.bias(j);
            for (int p = 0; p < layer.inputs(); p++) {
                matrix[j * layer.inputs() + p] = layer.weight(p, j);
            }
        }
        return new ThinMap(layer.units(), layer.inputs(), matrix, constant);
    }

    /** This map behind {@code slopes * x + starts}, element by element. */
    ThinMap after(double[] slopes, double[] starts) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i] = matrix[i] * slopes[i % inputs];
        }
        return new ThinMap(outputs, inputs, product, apply(starts));
    }

    /** This map behind a layer: the product of both matrices. Columns of zeros cost nothing. */
    ThinMap after(ThinLayer layer) {
        int n = layer.inputs();
        double[] product = new double[outputs * n];
        double[] moved = constant.clone();
        for (int i = 0; i < outputs; i++) {
            for (int j = 0; j < inputs; j++) {
                double factor = matrix[i * inputs + j];
                if (factor != 0) {
                    moved[i] += factor * layer.bias(j);
                    for (int p = 0; p < n; p++) {
                        product[i * n + p] += factor * layer.weight(p, j);
                    }
                }
            }
        }
        return new ThinMap(outputs, n, product, moved);
    }

    /** {@code A x + c}. */
    double[] apply(double... x) {
        double[] y = constant.clone();
        for (int i = 0; i < outputs; i++) {
            for (int p = 0; p < inputs; p++) {
                y[i] += matrix[i * inputs + p] * x[p];
            }
        }
        return y;
    }
}
