package dev.lanewise.nn;

import dev.lanewise.kernels.Workers;

/**
 * What a layer sees of one pass over a batch. All matrices are row-major, one sample a row, without gaps.
 */
public final class Pass {
    private static final float[] NONE = {};

    private final Workspace workspace;
    private final int layer;
    private final int inputs;
    private final int outputs;
    private final float[] x;
    private final float[] y;
    private final float[] dx;
    private final float[] dy;
    private final int[] saved;

    /** Of the network's layer with that index from 0. */
    Pass(Workspace workspace, int layer, int inputs, int outputs, float[] x, float[] y, float[] dx,
            float[] dy, int[] saved) {
        this.workspace = workspace;
        this.layer = layer;
        this.inputs = inputs;
        this.outputs = outputs;
        this.x = x;
        this.y = y;
        this.dx = dx;
        this.dy = dy;
        this.saved = saved;
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

    /** Whether this is a step of training; otherwise nothing is random and no backward pass follows. */
    public boolean training() {
        return workspace.training();
    }

    /** The seed of the training: the generator's key for what layers draw in a step. */
    public long seed() {
        return workspace.seed();
    }

    /** The generator's stream that belongs to this layer and step alone. */
    public long stream() {
        return Streams.masks(layer, workspace.step());
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
        return workspace.offset(layer);
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

    /** batch x {@link Layer#scratchFloats}, or more, of any contents: other layers work there too. */
    public float[] scratch() {
        return workspace.scratch();
    }

    /** batch x {@link Layer#savedInts}: what this layer's forward pass wrote, in its backward pass. */
    public int[] saved() {
        return saved;
    }
}
