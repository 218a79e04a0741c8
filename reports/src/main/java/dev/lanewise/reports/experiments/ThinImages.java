package dev.lanewise.reports.experiments;

import dev.lanewise.nn.data.Dataset;
import java.util.ArrayList;
import java.util.List;

/** Raw images to look at a network with, and how far each may be moved until a unit wakes up or falls asleep. */
final class ThinImages {
    /** A step is halved at most so often before an image counts as not to be moved. */
    private static final int HALVINGS = 30;

    private final List<float[]> images = new ArrayList<>();

    /** All rows. */
    ThinImages(Dataset data) {
        for (int i = 0; i < data.size(); i++) {
            float[] row = new float[data.features()];
            data.gather(new int[]{i}, 0, 1, row);
            images.add(row);
        }
    }

    int count() {
        return images.size();
    }

    float[] image(int i) {
        return images.get(i);
    }

    /** Image i moved by a part of the way to the next image. */
    float[] moved(int i, double part) {
        float[] from = images.get(i);
        float[] to = images.get((i + 1) % images.size());
        float[] moved = new float[from.length];
        for (int j = 0; j < moved.length; j++) {
            moved[j] = (float) (from[j] + part * (to[j] - from[j]));
        }
        return moved;
    }

    /** The largest of 1/2, 1/4, ... of that way that leaves the network's active set as it is; 0 if there is none. */
    double stay(int i, ThinNetwork network) {
        List<List<Boolean>> active = network.active(network.inputs(image(i)));
        double part = 0.5;
        for (int k = 0; k < HALVINGS; k++) {
            if (network.active(network.inputs(moved(i, part))).equals(active)) {
                return part;
            }
            part /= 2;
        }
        return 0;
    }
}
