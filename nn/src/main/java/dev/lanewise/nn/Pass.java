package dev.lanewise.nn;

import dev.lanewise.kernels.Workers;

/**
 * What a layer sees of one pass over a batch. All matrices are row-major, one sample a row, without gaps.
 */
public final class Pass {
    private static final float[] NONE = {};

    private final Workspace workspace;
    private final int inputs;
    private final int outputs;
    private final int offset;
    private final float[] x;
    private final float[] y;
    private final float[] dx;
    private final float[] dy;

    Pass(Workspace workspace, int inputs, int outputs, int offset, float[] x, float[] y, float[] dx,
            float[] dy) {
        this.workspace = workspace;
        this.inputs = inputs;
        this.outputs = outputs;
        this.offset = offset;
        this.x = x;
        this.y = y;
        this.dx = dx;
        this.dy = dy;
    }

    static float[] none() {
        return NONE;
    }

    /** Samples in this batch. */
    public int batch() {
        return workspace.batch();
    }

    /** Input features. */
    public int inputs() {
        return inputs;
    }

    /** Output features. */
    public int outputs() {
        return outputs;
    }

    /** The threads to compute on. */
    public Workers workers() {
        return workspace.workers();
    }

    /** All parameters of the network; this layer's begin at {@link #offset}. */
    public float[] parameters() {
        return workspace.parameters();
    }

    /** The gradients, laid out as the parameters. A backward pass overwrites this layer's. */
    public float[] gradients() {
        return workspace.gradients();
    }

    /** Where this layer's parameters and gradients begin. */
    public int offset() {
        return offset;
    }

    /** Inputs, batch x inputs. */
    public float[] x() {
        return x;
    }

    /** Outputs, batch x outputs. */
    public float[] y() {
        return y;
    }

    /** Gradient by the outputs, batch x outputs. */
    public float[] dy() {
        return dy;
    }

    /** Whether the gradient by the inputs is wanted; not in the first layer. */
    public boolean wantsInputGradient() {
        return dx.length > 0;
    }

    /** Gradient by the inputs, batch x inputs, if {@link #wantsInputGradient}. */
    public float[] dx() {
        return dx;
    }
}
