package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.optim.Sgd;
import java.util.Arrays;

/**
 * One step of training on one sample, of a maxout network and of the thin network of its winners.
 *
 * @param sameOutputs whether both had the same outputs before, bit for bit
 * @param losersStay whether the parameters of all other pieces have the bits that they had
 * @param winnersMove whether the parameters of all winners changed
 * @param sameLayers whether behind the first layer they became those of the thin network, bit for bit
 * @param firstLayer the largest difference in the first layer by the largest change there: its gradient comes from sums over the
 *        pieces of the second layer, whose order is another one than that of the thin network's units
 */
record MaxoutStep(boolean sameOutputs, boolean losersStay, boolean winnersMove, boolean sameLayers,
        double firstLayer) {
    private static final float RATE = 0.1f;

    /** Of a network of maxout layers and a dense one, which is left as it is. */
    static MaxoutStep of(Setting setting, String hidden, Network network, Dataset sample) {
        float[] row = new float[sample.features()];
        sample.gather(new int[]{0}, 0, 1, row);
        MaxoutWinners winners = new MaxoutWinners(network, row, setting.workers());
        Network thin = winners.thin();
        boolean sameOutputs = Arrays.equals(outputs(setting, network, row), outputs(setting, thin, row));
        Network after = stepped(setting, hidden, network, sample);
        step(setting, thin, sample);
        return new MaxoutStep(sameOutputs, losersStay(winners, network, after),
                winnersMove(winners, network, after),
                sameLayers(winners, after, thin), firstLayer(winners, network, after, thin));
    }

    /** A copy of the network after one step on the samples as one mini-batch. */
    static Network stepped(Setting setting, String hidden, Network network, Dataset samples) {
        Network copy = Trainings.network(setting, hidden);
        System.arraycopy(network.parameters(), 0, copy.parameters(), 0, network.parameterCount());
        step(setting, copy, samples);
        return copy;
    }

    private static void step(Setting setting, Network network, Dataset samples) {
        Trainings.trainer(setting, network)
                .optimizer(new Sgd(RATE))
                .batchSize(samples.size())
                .epochs(1)
                .fit(samples);
    }

    private static float[] outputs(Setting setting, Network network, float... row) {
        float[] outputs = new float[network.outputs()];
        new Predictor(network, 1, setting.workers()).outputs(1, row, outputs);
        return outputs;
    }

    private static boolean losersStay(MaxoutWinners winners, Network before, Network after) {
        for (int l = 0; l < winners.maxoutLayers(); l++) {
            for (int c = 0; c < winners.columns(l); c++) {
                if (!winners.wins(l, c)
                        && !same(column(winners, before, l, c), column(winners, after, l, c))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean winnersMove(MaxoutWinners winners, Network before, Network after) {
        for (int l = 0; l < winners.maxoutLayers(); l++) {
            for (int c = 0; c < winners.columns(l); c++) {
                if (winners.wins(l, c) && same(column(winners, before, l, c), column(winners, after, l, c))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean sameLayers(MaxoutWinners winners, Network after, Network thin) {
        for (int l = 1; l < winners.maxoutLayers(); l++) {
            for (int j = 0; j < winners.units(l); j++) {
                MaxoutColumn unit = new MaxoutColumn(thin, l, winners.units(l), j);
                if (!same(column(winners, after, l, winners.column(l, j)), unit)) {
                    return false;
                }
            }
        }
        int last = winners.maxoutLayers();
        return Arrays.equals(after.parameters(), after.offset(last), after.parameterCount(),
                thin.parameters(),
                thin.offset(last), thin.parameterCount());
    }

    private static double firstLayer(MaxoutWinners winners, Network before, Network after, Network thin) {
        double difference = 0;
        double change = 0;
        for (int j = 0; j < winners.units(0); j++) {
            int column = winners.column(0, j);
            float[] then = column(winners, before, 0, column).values();
            float[] now = column(winners, after, 0, column).values();
            float[] alone = new MaxoutColumn(thin, 0, winners.units(0), j).values();
            for (int p = 0; p < now.length; p++) {
                difference = Math.max(difference, Math.abs((double) now[p] - alone[p]));
                change = Math.max(change, Math.abs((double) now[p] - then[p]));
            }
        }
        return difference / change;
    }

    private static MaxoutColumn column(MaxoutWinners winners, Network network, int layer, int column) {
        return new MaxoutColumn(network, layer, winners.columns(layer), column);
    }

    private static boolean same(MaxoutColumn a, MaxoutColumn b) {
        return Arrays.equals(a.values(), b.values());
    }
}
