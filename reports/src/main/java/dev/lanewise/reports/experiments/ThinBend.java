package dev.lanewise.reports.experiments;

/** How far a network in double precision leaves the tangent map of an input. */
final class ThinBend {
    private final ThinNetwork network;
    private final ThinMap tangent;
    private final double[] start;

    /** From these raw features on. */
    ThinBend(ThinNetwork network, float... raw) {
        this.network = network;
        double[] x = network.inputs(raw);
        tangent = network.tangent(x);
        start = network.outputs(x);
    }

    /** Output j of the tangent map. */
    double tangent(int j, float... raw) {
        return tangent.apply(network.inputs(raw))[j];
    }

    /** The largest distance of an output from the tangent map's, by the largest change of an output since the start. */
    double at(float... raw) {
        double[] x = network.inputs(raw);
        double[] y = network.outputs(x);
        double[] straight = tangent.apply(x);
        double bend = 0;
        double change = 0;
        for (int j = 0; j < y.length; j++) {
            bend = Math.max(bend, Math.abs(y[j] - straight[j]));
            change = Math.max(change, Math.abs(y[j] - start[j]));
        }
        return change == 0 ? 0 : bend / change;
    }
}
