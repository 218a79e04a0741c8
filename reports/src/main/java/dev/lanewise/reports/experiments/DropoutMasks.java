package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;

import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Layer;
import dev.lanewise.nn.LayerParser;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The thinned networks of the first mini-batches of a training. */
final class DropoutMasks {
    private static final int UNITS = 32;
    private static final int BATCH = 16;
    private static final int STEPS = 8;
    private static final float RATE = 0.5f;

    private final WatchedDropout once;
    private final WatchedDropout again;
    private final WatchedDropout otherwise;

    /** Trains twice with the setting's seed and once with another. */
    DropoutMasks(Setting setting, Dataset train) {
        once = watched(setting, setting.seed(), train);
        again = watched(setting, setting.seed(), train);
        otherwise = watched(setting, setting.seed() + 1, train);
    }

    private static WatchedDropout watched(Setting setting, long seed, Dataset train) {
        WatchedDropout dropout = new WatchedDropout(RATE);
        List<Layer> layers = new ArrayList<>(List.of(new Dense(UNITS)));
        layers.addAll(LayerParser.parse("relu"));
        layers.add(dropout);
        Trainer trainer = Trainings.trainer(setting, Trainings.network(setting, layers))
                .seed(seed)
                .batchSize(BATCH)
                .epochs(1);
        trainer.fit(train.take(Math.min(STEPS * BATCH, train.size())), null);
        return dropout;
    }

    List<Check> checks() {
        int pairs = 0;
        int equal = 0;
        int kept = 0;
        int all = 0;
        for (int i = 0; i < masks().size(); i++) {
            boolean[] mask = masks().get(i);
            all += mask.length;
            kept += count(mask, mask.length);
            for (int j = 0; j < i; j++) {
                pairs++;
                equal += Arrays.equals(mask, masks().get(j)) ? 1 : 0;
            }
        }
        double keep = 1 - (double) RATE;
        double deviations = (kept - keep * all) / Math.sqrt(all * keep * RATE);
        return List.of(
                new Check("the masks of any two mini-batches differ", pairs > 0 && equal == 0,
                        equal + " of " + pairs + " pairs are equal"),
                new Check(
                        "units are kept with a probability of " + keep
                                + ": the number kept is within 4 standard "
                                + "deviations",
                        Math.abs(deviations) <= 4,
                        kept + " of " + all + ", " + number(deviations) + " deviations"),
                new Check("the same seed gives the same masks, another seed others",
                        same(once, again) && !same(once, otherwise),
                        (same(once, again) ? "equal" : "not equal") + " and "
                                + (same(once, otherwise) ? "equal" : "not equal")),
                new Check(
                        "masks drawn once more from seed and step are those of the forward and of the backward pass, bit "
                                + "for bit",
                        once.forwardAgrees() && once.backwardAgrees(),
                        "forward " + once.forwardAgrees() + ", backward " + once.backwardAgrees()));
    }

    private List<boolean[]> masks() {
        return once.masks();
    }

    private static boolean same(WatchedDropout one, WatchedDropout other) {
        return Arrays.deepEquals(one.masks().toArray(), other.masks().toArray());
    }

    private static int count(boolean[] mask, int n) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            count += mask[i] ? 1 : 0;
        }
        return count;
    }

    Plot plot() {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int step = 0; step < masks().size(); step++) {
            for (int unit = 0; unit < UNITS; unit++) {
                if (masks().get(step)[unit]) {
                    x.add(unit + 1.0);
                    y.add(step + 1.0);
                }
            }
        }
        return Plot.of("Active units for the first sample of each mini-batch, rate " + RATE)
                .x("hidden unit")
                .y("step")
                .xRange(0, UNITS + 1)
                .yRange(0, STEPS + 1)
                .dots("active", x.stream().mapToDouble(Double::doubleValue).toArray(),
                        y.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (int step = 0; step < masks().size(); step++) {
            boolean[] mask = masks().get(step);
            StringBuilder units = new StringBuilder();
            for (int unit = 0; unit < UNITS; unit++) {
                units.append(mask[unit] ? '1' : '.');
            }
            rows.add(List.of(Integer.toString(step + 1), units.toString(),
                    count(mask, UNITS) + " of " + UNITS, count(mask, mask.length) + " of " + mask.length));
        }
        return new Table("Thinned networks", List.of("step", "units of the first sample", "active there",
                "active in the whole mini-batch"), rows);
    }
}
