package dev.lanewise.reports.experiments;

import dev.lanewise.kernels.Activation;
import dev.lanewise.nn.Dropout;
import dev.lanewise.nn.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Inverted dropout that keeps the mask of every step of a training, drawn once more from the training's seed and the step's
 * stream, and looks whether what went forward and back was what that mask makes of it. It computes what the layer within
 * computes.
 */
final class WatchedDropout extends WatchedLayer {
    private final float rate;
    private final float factor;
    private final List<boolean[]> masks = new ArrayList<>();
    private boolean forwardAgrees = true;
    private boolean backwardAgrees = true;

    WatchedDropout(float rate) {
        super(new Dropout(rate));
        this.rate = rate;
        factor = (float) (1 / (1 - (double) rate));
    }

    /** Which units, sample by sample, were kept in each step. */
    List<boolean[]> masks() {
        return List.copyOf(masks);
    }

    /** Whether all outputs were those of the masks. */
    boolean forwardAgrees() {
        return forwardAgrees;
    }

    /** Whether all gradients were. */
    boolean backwardAgrees() {
        return backwardAgrees;
    }

    @Override
    public void forward(Pass pass) {
        super.forward(pass);
        if (pass.training()) {
            boolean[] mask = drawn(pass);
            masks.add(mask);
            forwardAgrees &= agrees(mask, pass.x(), pass.y());
        }
    }

    @Override
    public void backward(Pass pass) {
        super.backward(pass);
        backwardAgrees &= agrees(masks.getLast(), pass.dy(), pass.dx());
    }

    private boolean[] drawn(Pass pass) {
        int n = pass.batch() * pass.inputs();
        float[] ones = new float[n];
        Arrays.fill(ones, 1f);
        dev.lanewise.kernels.Dropout.forward(Activation.IDENTITY, 0f, rate, false, pass.seed(),
                pass.stream(), 0, n, ones, 0, ones, 0);
        boolean[] mask = new boolean[n];
        for (int i = 0; i < n; i++) {
            mask[i] = ones[i] != 0;
        }
        return mask;
    }

    private boolean agrees(boolean[] mask, float[] in, float[] out) {
        for (int i = 0; i < mask.length; i++) {
            if (out[i] != (mask[i] ? in[i] * factor : 0f)) {
                return false;
            }
        }
        return true;
    }
}
