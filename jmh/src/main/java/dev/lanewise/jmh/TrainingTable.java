package dev.lanewise.jmh;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** Trainings beside what the machine allows. A percentage is the median of those of the iterations. */
final class TrainingTable {
    private static final String HEADER = """

            ReLU networks, Adam, random bytes; an epoch of 60,000 samples (784 inputs) or 25 steps (wider). Medians over the
            iterations of all forks. Right after each iteration, in its process and on its threads: the multiply-add peak, a
            triad, and the matrix products of one step (forward with bias and ReLU), one after the other without the rest of the
            step. Share of the products: their time by that of a step. Step, percent of the peak: the products' operations
            by the time of the whole step. Bound: the products at the peak (no input gradient in the first layer), then 28 bytes
            a parameter and step at the triad's bandwidth.

            | network:batch | threads | samples/s | slowest-fastest | peak, GFLOP/s | triad, GB/s | share of the products | products, percent of the peak | step, percent of the peak | bound, samples/s | percent of the bound |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """;

    /** One iteration: nanoseconds of an epoch and the limits beside it. */
    record Epoch(TrainingShape shape, int samples, double nanos, double peak, double triad,
            double productNanos) {
        static Epoch of(TrainingShape shape, IterationResult iteration) {
            return new Epoch(shape, TrainingBenchmark.samples(shape), iteration.getPrimaryResult().getScore(),
                    counter(iteration, "peakGflops"), counter(iteration, "triadGBps"),
                    counter(iteration, "productNanos"));
        }

        private static double counter(IterationResult iteration, String name) {
            return Objects.requireNonNull(iteration.getSecondaryResults().get(name), name).getScore();
        }

        double speed() {
            return samples / nanos * 1e9;
        }

        /** Of the time. */
        double productShare() {
            return productNanos * samples / shape.batch() / nanos;
        }

        double productsOfPeak() {
            return shape.flops() * shape.batch() / productNanos / peak;
        }

        double stepOfPeak() {
            return shape.flops() * samples / nanos / peak;
        }

        double bound() {
            return samples / shape.bound(samples, peak, triad) * 1e9;
        }

        double ofBound() {
            return speed() / bound();
        }
    }

    private TrainingTable() {
    }

    static String of(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder(HEADER);
        results.forEach(result -> table.append(row(result)));
        return table.toString();
    }

    private static String row(RunResult result) {
        TrainingShape shape = TrainingShape.parse(result.getParams().getParam("network"));
        List<Epoch> epochs = result.getBenchmarkResults()
                .stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> Epoch.of(shape, iteration))
                .toList();
        double[] speeds = sorted(epochs, Epoch::speed);
        return String.format(Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f-%,.0f | %.0f | %.1f | %.0f %% | %.0f | %.0f | %,.0f | %.0f |%n",
                shape.name(), result.getParams().getParam("threads"), Times.median(speeds), speeds[0],
                speeds[speeds.length - 1], median(epochs, Epoch::peak), median(epochs, Epoch::triad),
                100 * median(epochs, Epoch::productShare), 100 * median(epochs, Epoch::productsOfPeak),
                100 * median(epochs, Epoch::stepOfPeak), median(epochs, Epoch::bound),
                100 * median(epochs, Epoch::ofBound));
    }

    private static double median(List<Epoch> epochs, ToDoubleFunction<Epoch> figure) {
        return Times.median(sorted(epochs, figure));
    }

    private static double[] sorted(List<Epoch> epochs, ToDoubleFunction<Epoch> figure) {
        return epochs.stream().mapToDouble(figure).sorted().toArray();
    }
}
