package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Layer;
import dev.lanewise.nn.Pass;
import java.util.Arrays;

/**
 * An activation that counts how gradients pass it: where its input is negative, how many of those that arrive from behind
 * get through, and which units got any at all. It computes what the layer within computes.
 */
final class WatchedActivation extends WatchedLayer {
    private boolean[] reached = {};
    private long arrived;
    private long passed;

    WatchedActivation(Layer within) {
        super(within);
    }

    /** Forgets all counts. */
    void restart() {
        Arrays.fill(reached, false);
        arrived = 0;
        passed = 0;
    }

    /** How many gradients other than 0 arrived where the input was negative. */
    long arrived() {
        return arrived;
    }

    /** How many of them were not 0 before the activation either. */
    long passed() {
        return passed;
    }

    /** Units seen. */
    int units() {
        return reached.length;
    }

    /** Units whose input got no gradient from any sample. */
    int unreached() {
        int unreached = 0;
        for (boolean unit : reached) {
            unreached += unit ? 0 : 1;
        }
        return unreached;
    }

    @Override
    public void backward(Pass pass) {
        super.backward(pass);
        int units = pass.inputs();
        if (reached.length == 0) {
            reached = new boolean[units];
        }
        for (int i = 0; i < pass.batch() * units; i++) {
            boolean through = pass.dx()[i] != 0;
            reached[i % units] |= through;
            if (pass.x()[i] < 0 && pass.dy()[i] != 0) {
                arrived++;
                passed += through ? 1 : 0;
            }
        }
    }
}
