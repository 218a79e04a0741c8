package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;
import static dev.lanewise.reports.experiments.TrainingText.percent;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Dropout trains an ensemble of thinned networks; one network with scaled weights stands for their mean. */
public final class EnsembleDropout implements Experiment {
    private static final String HIDDEN = "dense:256 relu dropout:0.5:lecture dense:256 relu dropout:0.5:lecture";
    private static final float RATE = 0.001f;
    /** Streams of a setting's seed that draw small layers. */
    private static final long LAYERS = 1L << 52;
    private static final double EXACT = 1e-12;
    private static final double NEARER = 0.2;
    private static final double CLOSE = 0.01;

    private final TrainingSize.Pair sizes;
    private final List<Integer> quick;
    private final List<Integer> full;

    /** With 200 thinned networks if quick, else 1,000. */
    public EnsembleDropout() {
        this(new TrainingSize.Pair(new TrainingSize(4000, 1000, 10), new TrainingSize(60_000, 2000, 20)),
                List.of(1, 2, 5, 10, 20, 50, 100, 200), List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000));
    }

    EnsembleDropout(TrainingSize.Pair sizes, List<Integer> quick, List<Integer> full) {
        this.sizes = sizes;
        this.quick = List.copyOf(quick);
        this.full = List.copyOf(full);
    }

    @Override
    public String name() {
        return "dropout-ensemble";
    }

    @Override
    public String title() {
        return "Dropout is an ensemble";
    }

    @Override
    public String question() {
        return "Each step of a training with dropout trains another thinned network. Is one network whose weights are scaled "
                + "what the thinned networks are on the average?";
    }

    @Override
    public String claim() {
        return "Dropout trains a huge ensemble of networks that share weights. At test time all weights times the probability "
                + "of staying give about the average of their outputs, and exactly that of a linear network.";
    }

    @Override
    public Outcome run(Setting setting) {
        TrainingSize size = sizes.of(setting);
        Split data = size.of(setting);
        Network network = Trainings.network(setting, HIDDEN);
        Trainings.trainer(setting, network)
                .optimizer(new Adam(RATE))
                .batchSize(32)
                .epochs(size.epochs())
                .fit(data.train());
        EnsembleCourse course = EnsembleCourse.of(setting, network, data.test(),
                setting.quick() ? quick : full);
        List<EnsembleMasks> masks = masks(setting);
        return new Outcome(checks(course, masks), plots(course), List.of(table(course), table(masks)),
                measured(course, masks));
    }

    private static List<EnsembleMasks> masks(Setting setting) {
        RandomStream random = new RandomStream(setting.seed(), LAYERS);
        return Stream.of(2, 6, 12)
                .flatMap(inputs -> Stream.of(0.5, 0.8).map(keep -> new EnsembleMasks(inputs, keep, random)))
                .toList();
    }

    private static List<Check> checks(EnsembleCourse course, List<EnsembleMasks> masks) {
        double single = course.meanSingle(EnsembleCourse.Single::distance);
        EnsembleCourse.Point last = course.points().getLast();
        double linear = masks.stream().mapToDouble(EnsembleMasks::linearDifference).max().orElseThrow();
        double geometric = masks.stream().mapToDouble(EnsembleMasks::geometricDifference).max().orElseThrow();
        double gap = Math.abs(course.scaledAccuracy() - last.accuracy());
        return List.of(
                new Check(
                        "the mean over all masks of a linear layer, up to 4,096, is the weight-scaled layer to "
                                + EXACT,
                        linear <= EXACT, "largest difference " + number(linear)),
                new Check(
                        "behind a softmax the geometric mean over all masks, divided by its sum, is that to "
                                + EXACT,
                        geometric <= EXACT, "largest difference " + number(geometric)),
                new Check("the probabilities of the mean scores, before the softmax, of " + last.members()
                        + " thinned networks are at most a fifth as far from the weight-scaled network's as those of one on the average",
                        last.geometric() <= NEARER * single,
                        number(last.geometric()) + " against " + number(single)),
                new Check(
                        "the accuracy of their mean probabilities and the weight-scaled network's differ by at most "
                                + percent(CLOSE),
                        gap <= CLOSE,
                        percent(last.accuracy()) + " and " + percent(course.scaledAccuracy())),
                new Check(
                        "the weight-scaled network is right more often than the thinned networks on the average",
                        course.scaledAccuracy() > course.meanSingle(EnsembleCourse.Single::accuracy),
                        percent(course.scaledAccuracy()) + " against "
                                + percent(course.meanSingle(EnsembleCourse.Single::accuracy))));
    }

    private static List<Plot> plots(EnsembleCourse course) {
        double[] members = course.all(EnsembleCourse.Point::members);
        double[] distances = course.all(EnsembleCourse.Point::geometric);
        double[] root = members.clone();
        for (int i = 0; i < root.length; i++) {
            root[i] = course.meanSingle(EnsembleCourse.Single::distance) / Math.sqrt(members[i]);
        }
        return List.of(
                Plot.of("Accuracy of the mean of thinned networks")
                        .x("thinned networks")
                        .y("test accuracy")
                        .logX()
                        .line("mean of thinned networks", members, course.all(EnsembleCourse.Point::accuracy))
                        .horizontal(course.scaledAccuracy(), "weight-scaled network")
                        .horizontal(course.meanSingle(EnsembleCourse.Single::accuracy),
                                "one thinned network"),
                Plot.of("Distance from the weight-scaled network")
                        .x("thinned networks")
                        .y("distance of probabilities")
                        .logX()
                        .logY()
                        .line("mean of scores", members, distances)
                        .line("mean of probabilities", members, course.all(EnsembleCourse.Point::distance))
                        .line("one alone by the root of the number", members, root));
    }

    private static Table table(EnsembleCourse course) {
        List<List<String>> rows = new ArrayList<>();
        for (EnsembleCourse.Point point : course.points()) {
            rows.add(List.of(Integer.toString(point.members()), percent(point.accuracy()),
                    number(point.distance()),
                    number(point.geometric()), percent(point.agreement())));
        }
        return new Table("Thinned networks beside the weight-scaled network, which is right in "
                + percent(course.scaledAccuracy()) + " of the test samples",
                List.of("thinned networks", "accuracy of their mean", "distance of mean probabilities",
                        "distance of mean scores", "same class"),
                rows);
    }

    private static Table table(List<EnsembleMasks> masks) {
        List<List<String>> rows = new ArrayList<>();
        for (EnsembleMasks layer : masks) {
            rows.add(List.of(Integer.toString(layer.inputs()), TrainingText.count(layer.masks()),
                    percent(layer.keep()),
                    number(layer.linearDifference()), number(layer.geometricDifference()),
                    number(layer.softmaxDifference()), number(layer.reluDifference())));
        }
        return new Table("Mean over all masks against scaled weights: the largest difference",
                List.of("inputs", "masks", "kept", "linear", "softmax, geometric mean", "softmax, mean",
                        "ReLU, mean"),
                rows);
    }

    private static String measured(EnsembleCourse course, List<EnsembleMasks> masks) {
        double single = course.meanSingle(EnsembleCourse.Single::distance);
        EnsembleCourse.Point last = course.points().getLast();
        EnsembleMasks largest = masks.getLast();
        return "A thinned network alone is right in "
                + percent(course.meanSingle(EnsembleCourse.Single::accuracy))
                + " of the test samples on the average, the mean of "
                + last.members() + " in " + percent(last.accuracy())
                + ", and the one weight-scaled network in "
                + percent(course.scaledAccuracy()) + "; both say the same class for "
                + percent(last.agreement())
                + ". The mean of scores comes near the weight-scaled network: the distance of probabilities falls from "
                + number(single) + " to " + number(last.geometric())
                + ". The mean of probabilities does not, its distance is " + number(last.distance())
                + ": it is less sure of the same classes. Over all " + TrainingText.count(largest.masks())
                + " masks of a layer of 12 inputs the mean differs from the scaled weights by "
                + number(largest.linearDifference()) + " if it is linear, and by "
                + number(largest.reluDifference())
                + " behind a ReLU.";
    }
}
