package dev.lanewise.reports.experiments;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** How many units of each hidden layer are active, image by image. */
final class ThinCounts {
    private static final int BINS = 10;

    private final ThinNetwork network;
    private final int[][] counts;
    private final Set<List<List<Boolean>>> sets = new HashSet<>();

    ThinCounts(ThinNetwork network, ThinImages images) {
        this.network = network;
        counts = new int[network.layers().size() - 1][images.count()];
        for (int i = 0; i < images.count(); i++) {
            List<List<Boolean>> active = network.active(network.inputs(images.image(i)));
            sets.add(active);
            for (int l = 0; l < counts.length; l++) {
                counts[l][i] = (int) active.get(l).stream().filter(Boolean::booleanValue).count();
            }
        }
    }

    int hiddenLayers() {
        return counts.length;
    }

    int units(int layer) {
        return network.layers().get(layer).units();
    }

    /** Numbers of active units of a layer, by image. */
    int[] of(int layer) {
        return counts[layer].clone();
    }

    /** How many sets of active units there are. */
    int differentSets() {
        return sets.size();
    }

    /** The part of all hidden units that is active, on the mean of all images. */
    double activePart() {
        double active = 0;
        double all = 0;
        for (int l = 0; l < counts.length; l++) {
            for (int count : counts[l]) {
                active += count;
                all += units(l);
            }
        }
        return active / all;
    }

    /** The part of the weights that lie between active units, on the mean of all images. */
    double weightPart() {
        double kept = 0;
        double all = 0;
        for (int i = 0; i < counts[0].length; i++) {
            double before = network.layers().getFirst().inputs();
            for (int l = 0; l < network.layers().size(); l++) {
                ThinLayer layer = network.layers().get(l);
                double after = l < counts.length ? counts[l][i] : layer.units();
                kept += before * after;
                all += (double) layer.inputs() * layer.units();
                before = after;
            }
        }
        return kept / all;
    }

    /** In how many images up to 10 %, 20 %, ... of a layer's units are active. */
    double[] histogram(int layer) {
        double[] bins = new double[BINS];
        for (int count : counts[layer]) {
            int bin = (int) Math.ceil((double) BINS * count / units(layer)) - 1;
            bins[Math.max(0, bin)]++;
        }
        return bins;
    }

    /** The names of the bins. */
    static List<String> binNames() {
        return IntStream.range(0, BINS).mapToObj(i -> 10 * i + "-" + 10 * (i + 1) + " %").toList();
    }
}
