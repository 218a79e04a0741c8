package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;
import static dev.lanewise.reports.experiments.TrainingText.percent;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a ReLU network is for one input: the linear network of its active units. */
public final class ThinLinear implements Experiment {
    private static final String HIDDEN = "dense:64 relu dense:64 relu";
    private static final String SIGMOID = "dense:64 sigmoid dense:64 sigmoid";
    private static final float RATE = 0.002f;
    /** At most so much of the hidden units shall be active. */
    private static final double THIN = 0.8;
    /** So much of its change at most may a ReLU network in double precision be off its map ... */
    private static final double STRAIGHT = 1e-8;
    /** ... and so much at least, on the median, a sigmoid network. */
    private static final double BENT = 1e-4;
    private static final int POINTS = 201;

    private final TrainingSize.Pair sizes;

    /** On 300 images if quick, else 2,000. */
    public ThinLinear() {
        this(new TrainingSize.Pair(new TrainingSize(4000, 300, 5), new TrainingSize(60_000, 2000, 10)));
    }

    ThinLinear(TrainingSize.Pair sizes) {
        this.sizes = sizes;
    }

    /** What was found in both networks. */
    private record Found(ThinNetwork relu, ThinNetwork sigmoid, ThinImages images, ThinCounts counts,
            ThinAgreement here, ThinAgreement near, List<Double> steps, List<Double> reluBends,
            List<Double> sigmoidBends, double accuracy, double sigmoidAccuracy) {
    }

    @Override
    public String name() {
        return "thin-linear";
    }

    @Override
    public String title() {
        return "ReLU makes a thinner linear network";
    }

    @Override
    public String question() {
        return "What is left of a network of rectified linear units for one input, if the units whose output is 0 are taken "
                + "out?";
    }

    @Override
    public String claim() {
        return "Units whose output is 0 need not be computed, the others pass on what they get: what is left is a thinner "
                + "linear network, without small gradients.";
    }

    @Override
    public Outcome run(Setting setting) {
        TrainingSize size = sizes.of(setting);
        Split data = size.of(setting);
        Network relu = train(setting, data, HIDDEN, size.epochs());
        Network sigmoid = train(setting, data, SIGMOID, size.epochs());
        Found found = find(setting, data, relu, sigmoid);
        return new Outcome(checks(found), plots(found, data), List.of(table(found)), measured(found));
    }

    private static Network train(Setting setting, Split data, String hidden, int epochs) {
        Network network = Trainings.network(setting, hidden);
        Trainings.trainer(setting, network)
                .optimizer(new Adam(RATE))
                .batchSize(32)
                .epochs(epochs)
                .fit(data.train());
        return network;
    }

    private static Found find(Setting setting, Split data, Network relu, Network sigmoid) {
        ThinNetwork exact = new ThinNetwork(relu);
        ThinNetwork smooth = new ThinNetwork(sigmoid);
        ThinImages images = new ThinImages(data.test());
        List<float[]> rows = new ArrayList<>();
        List<ThinMap> maps = new ArrayList<>();
        List<float[]> movedRows = new ArrayList<>();
        List<ThinMap> movedMaps = new ArrayList<>();
        List<Double> steps = new ArrayList<>();
        List<Double> reluBends = new ArrayList<>();
        List<Double> sigmoidBends = new ArrayList<>();
        for (int i = 0; i < images.count(); i++) {
            rows.add(images.image(i));
            maps.add(exact.tangent(exact.inputs(images.image(i))));
            double step = images.stay(i, exact);
            if (step > 0) {
                float[] moved = images.moved(i, step);
                movedRows.add(moved);
                movedMaps.add(maps.getLast());
                steps.add(step);
                reluBends.add(new ThinBend(exact, images.image(i)).at(moved));
                sigmoidBends.add(new ThinBend(smooth, images.image(i)).at(moved));
            }
        }
        return new Found(exact, smooth, images, new ThinCounts(exact, images),
                ThinAgreement.of(relu, rows, maps, setting.workers()),
                ThinAgreement.of(relu, movedRows, movedMaps, setting.workers()), steps, reluBends,
                sigmoidBends,
                Trainings.trainer(setting, relu).evaluate(data.test()).accuracy(),
                Trainings.trainer(setting, sigmoid).evaluate(data.test()).accuracy());
    }

    private static List<Check> checks(Found found) {
        double straight = max(found.reluBends());
        double bent = median(found.sigmoidBends());
        return List.of(
                new Check(
                        "for every test image the ReLU network's outputs are those of the one matrix and vector that its "
                                + "active units multiply out to, but for what rounding to float may make, and for at most "
                                + ThinAgreement.TOLERANCE + " of the largest output",
                        found.here().isRounding(), found.here().text()),
                new Check(
                        "the same matrix and vector serve images nearby that have the same active units, but for rounding",
                        found.near().isRounding(), found.near().text() + "; moved by up to "
                                + number(max(found.steps())) + " of the way to another image"),
                new Check("at most " + percent(THIN) + " of the hidden units are active",
                        found.counts().activePart() <= THIN,
                        percent(found.counts().activePart()) + " active"),
                new Check("in double precision a ReLU network is off its map by at most " + STRAIGHT
                        + " of an output's change at the moved images, a sigmoid network on the median by at least "
                        + BENT, straight <= STRAIGHT && bent >= BENT,
                        "ReLU at most " + number(straight) + ", sigmoid " + number(bent)));
    }

    private static List<Plot> plots(Found found, Split data) {
        Plot histogram = Plot.of("Active units by image")
                .x("part of the layer's units that is active")
                .y("images")
                .categories(ThinCounts.binNames());
        for (int l = 0; l < found.counts().hiddenLayers(); l++) {
            histogram.bars("hidden layer " + (l + 1), found.counts().histogram(l));
        }
        return List.of(histogram, bends(found), way(found, data.test().label(0)));
    }

    private static Plot bends(Found found) {
        double[] parts = new double[POINTS];
        double[] relu = new double[POINTS];
        double[] sigmoid = new double[POINTS];
        ThinBend straight = new ThinBend(found.relu(), found.images().image(0));
        ThinBend curved = new ThinBend(found.sigmoid(), found.images().image(0));
        for (int k = 0; k < POINTS; k++) {
            parts[k] = StrictMath.pow(2, -16.0 * (POINTS - 1 - k) / (POINTS - 1));
            float[] moved = found.images().moved(0, parts[k]);
            relu[k] = straight.at(moved);
            sigmoid[k] = curved.at(moved);
        }
        return Plot.of("How far outputs leave the map of the first image")
                .x("part of the way to the second image")
                .y("distance by change")
                .logX()
                .logY()
                .line("ReLU", parts, relu)
                .line("sigmoid", parts, sigmoid);
    }

    /** One output between two images. */
    private static Plot way(Found found, int output) {
        double[] parts = new double[POINTS];
        double[] outputs = new double[POINTS];
        double[] thin = new double[POINTS];
        ThinBend start = new ThinBend(found.relu(), found.images().image(0));
        for (int k = 0; k < POINTS; k++) {
            parts[k] = (double) k / (POINTS - 1);
            float[] moved = found.images().moved(0, parts[k]);
            outputs[k] = found.relu().outputs(found.relu().inputs(moved))[output];
            thin[k] = start.tangent(output, moved);
        }
        return Plot.of("Between two images the ReLU network is made of straight pieces")
                .x("part of the way to the second image")
                .y("score of the first image's class")
                .line("network", parts, outputs)
                .line("thin network of the first image", parts, thin);
    }

    private static Table table(Found found) {
        List<List<String>> rows = new ArrayList<>();
        for (int l = 0; l < found.counts().hiddenLayers(); l++) {
            int[] counts = found.counts().of(l);
            rows.add(List.of("hidden layer " + (l + 1), Integer.toString(found.counts().units(l)),
                    number(Arrays.stream(counts).average().orElseThrow()),
                    Integer.toString(Arrays.stream(counts).min().orElseThrow()),
                    Integer.toString(Arrays.stream(counts).max().orElseThrow())));
        }
        return new Table("Active units over all test images",
                List.of("layer", "units", "mean", "least", "most"), rows);
    }

    private static String measured(Found found) {
        return "The ReLU network (" + percent(found.accuracy()) + " right; the sigmoid network "
                + percent(found.sigmoidAccuracy()) + ") has " + percent(found.counts().activePart())
                + " of its hidden units active for an image, between which lie "
                + percent(found.counts().weightPart())
                + " of the weights. " + found.images().count() + " test images have "
                + found.counts().differentSets()
                + " different sets of active units. For each, the outputs differ from one matrix and vector by at most "
                + number(found.here().difference()) + ", with outputs up to "
                + number(found.here().magnitude())
                + ". The active units stay the same on the median for " + number(median(found.steps()))
                + " of the way to another image; over that way a sigmoid network is off its tangent by "
                + number(median(found.sigmoidBends())) + " of its change, a ReLU network by at most "
                + number(max(found.reluBends())) + ".";
    }

    private static double max(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
