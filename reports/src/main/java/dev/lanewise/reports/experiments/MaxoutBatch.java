package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One step of training on a mini-batch: each sample trains its own winners.
 *
 * @param samples of the mini-batch
 * @param pieces of all maxout units
 * @param idle how many win for no sample
 * @param idleStay how many of these keep all bits of their parameters
 * @param othersMove how many of the others change
 */
record MaxoutBatch(int samples, int pieces, int idle, int idleStay, int othersMove) {
    /** Of a network of maxout layers and a dense one, which is left as it is. */
    static MaxoutBatch of(Setting setting, String hidden, Network network, Dataset samples) {
        List<MaxoutWinners> all = new ArrayList<>();
        float[] row = new float[samples.features()];
        for (int i = 0; i < samples.size(); i++) {
            samples.gather(new int[]{i}, 0, 1, row);
            all.add(new MaxoutWinners(network, row, setting.workers()));
        }
        Network after = MaxoutStep.stepped(setting, hidden, network, samples);
        int pieces = 0;
        int idle = 0;
        int stay = 0;
        int move = 0;
        for (int l = 0; l < all.getFirst().maxoutLayers(); l++) {
            int columns = all.getFirst().columns(l);
            for (int c = 0; c < columns; c++) {
                int layer = l;
                int column = c;
                boolean wins = all.stream().anyMatch(winners -> winners.wins(layer, column));
                boolean same = Arrays.equals(new MaxoutColumn(network, l, columns, c).values(),
                        new MaxoutColumn(after, l, columns, c).values());
                pieces++;
                idle += wins ? 0 : 1;
                stay += !wins && same ? 1 : 0;
                move += wins && !same ? 1 : 0;
            }
        }
        return new MaxoutBatch(samples.size(), pieces, idle, stay, move);
    }

    /** Whether there are idle pieces and exactly those stayed. */
    boolean holds() {
        return idle > 0 && idleStay == idle && othersMove == pieces - idle;
    }
}
