package dev.lanewise.jmh.peers;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Speeds at one piece of work, turn by turn; NaN where a turn was not measured. */
final class Figures {
    private final String work;
    private final int rounds;
    private final OtherLoad otherLoad = new OtherLoad();
    private final Map<Contestant, double[]> turns = new EnumMap<>(Contestant.class);
    private final Map<Contestant, double[]> peaks = new EnumMap<>(Contestant.class);

    Figures(String work, int rounds) {
        this.work = work;
        this.rounds = rounds;
    }

    String work() {
        return work;
    }

    OtherLoad otherLoad() {
        return otherLoad;
    }

    void add(int round, Contestant contestant, double speed) {
        of(turns, contestant)[round] = speed;
    }

    /** The FMA peak seen right after a contestant's turn. */
    void addPeak(int round, Contestant contestant, double gflops) {
        of(peaks, contestant)[round] = gflops;
    }

    private double[] of(Map<Contestant, double[]> figures, Contestant contestant) {
        return figures.computeIfAbsent(contestant, c -> nothing());
    }

    private double[] nothing() {
        double[] none = new double[rounds];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    double[] turns(Contestant contestant) {
        return turns.getOrDefault(contestant, nothing());
    }

    /** After all turns of all contestants. */
    double[] peaks() {
        return peaks.values().stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** Lanewise's share of the peak seen right after it, round by round, in percent. */
    double[] percentOfPeak() {
        double[] peak = peaks.getOrDefault(Contestant.LANEWISE, nothing());
        return perRound(round -> 100 / peak[round]);
    }

    /** Lanewise over the fastest native library of the same round. */
    double[] ratios() {
        return perRound(round -> 1 / turns.keySet()
                .stream()
                .filter(Contestant::isNative)
                .mapToDouble(c -> turns(c)[round])
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(Double.NaN));
    }

    /** Lanewise over another contestant in the same round. */
    double[] ratios(Contestant other) {
        double[] theirs = turns(other);
        return perRound(round -> 1 / theirs[round]);
    }

    private double[] perRound(IntToDoubleFunction factor) {
        double[] ours = turns(Contestant.LANEWISE).clone();
        Arrays.setAll(ours, round -> ours[round] * factor.applyAsDouble(round));
        return ours;
    }
}
