package dev.lanewise.nn;

import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Transpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dense layer whose units give the greatest of several pre-activations each: {@code y[i,j] = max_q (x W + b)[i, q units + j]}
 * with x (batch, inputs), W (inputs, pieces units), b (pieces units), piece by piece. The gradient goes to the winner alone,
 * ties to the first piece. Goodfellow et al., "Maxout networks" (2013).
 *
 * @param units output features, at least 1
 * @param pieces pre-activations of a unit, 2 to 16
 * @param initializer of W; null for LeCun-normal: each piece is a linear unit of all inputs, and of two such pieces of unit
 *        variance the greater has a mean square of exactly 1 (of five 1.8), so that signals keep their size. The fan-out
 *        counts all pieces. b starts at 0
 */
public record Maxout(int units, int pieces, @Nullable Initializer initializer) implements Layer {
    /** Checks the numbers. */
    public Maxout {
        if (units < 1) {
            throw new IllegalArgumentException("units: " + units + " (expected >= 1)");
        }
        if (pieces < 2 || pieces > 16) {
            throw new IllegalArgumentException("pieces: " + pieces + " (expected 2 to 16)");
        }
        if ((long) units * pieces > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "units: " + units + " x " + pieces + " pieces (expected a product below 2^31)");
        }
    }

    /** A layer with LeCun-normal weights. */
    public Maxout(int units, int pieces) {
        this(units, pieces, null);
    }

    /** Such as {@code maxout:240x5}. */
    @Override
    public String spec() {
        return "maxout:" + units + "x" + pieces;
    }

    @Override
    public int outputs(int inputs) {
        return units;
    }

    @Override
    public List<Tensor> tensors(int inputs) {
        return Linear.tensors(inputs, columns());
    }

    @Override
    public void initialize(int inputs, List<Layer> following, long seed, long stream, float[] parameters,
            int offset) {
        Initializer chosen = initializer == null ? Initializer.LECUN_NORMAL : initializer;
        chosen.fill(inputs, columns(), seed, stream, parameters, offset);
    }

    /** The pre-activations without bias, then their gradients. */
    @Override
    public long scratchFloats(int inputs) {
        return columns();
    }

    /** The winners. */
    @Override
    public int savedInts() {
        return units;
    }

    private int columns() {
        return units * pieces;
    }

    @Override
    public void forward(Pass pass) {
        int inputs = pass.inputs();
        Gemm.sgemm(pass.workers(), Transpose.N, Transpose.N, pass.batch(), columns(), inputs, 1f, pass.x(), 0,
                inputs, pass.parameters(), pass.offset(), columns(), 0f, pass.scratch(), 0, columns());
        dev.lanewise.kernels.Maxout.biasForward(pass.batch(), units, pieces, pass.scratch(), 0,
                pass.parameters(), Linear.biasOffset(pass, columns()), pass.y(), 0, pass.saved(), 0);
    }

    @Override
    public void backward(Pass pass) {
        dev.lanewise.kernels.Maxout.backward(pass.batch(), units, pieces, pass.saved(), 0, pass.dy(), 0,
                pass.scratch(), 0);
        Linear.backward(pass, columns(), pass.scratch());
    }
}
