package dev.lanewise.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of trainings that were killed. */
final class KillCount {
    /** Where a training was when it was killed, by the files that it left. */
    enum Moment {
        BEFORE_THE_FIRST_FILE, BEFORE_THE_FIRST_CHECKPOINT, WHILE_A_CHECKPOINT_WAS_WRITTEN, BETWEEN_CHECKPOINTS, AFTER_TRAINING;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final int threads;
    private final Map<Moment, Integer> kills = new EnumMap<>(Moment.class);
    private final List<String> failures = new ArrayList<>();
    private int trainings;
    private int same;

    KillCount(int threads) {
        this.threads = threads;
    }

    void killed(Moment moment) {
        kills.merge(moment, 1, Integer::sum);
    }

    void ended(boolean asUninterrupted) {
        trainings++;
        same += asUninterrupted ? 1 : 0;
    }

    void failed(String what) {
        failures.add(what);
        System.out.println("killed training on " + threads + " threads: " + what);
    }

    int threads() {
        return threads;
    }

    int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    int kills(Moment moment) {
        return kills.getOrDefault(moment, 0);
    }

    int trainings() {
        return trainings;
    }

    int same() {
        return same;
    }

    /** Whether every training that was killed ended as the one that nobody disturbed. */
    boolean good() {
        return failures.isEmpty() && same == trainings && trainings > 0;
    }

    @Override
    public String toString() {
        return kills() + " kills on " + threads + " threads " + kills + ", " + same + " of " + trainings
                + " trainings end with the same bits";
    }
}
