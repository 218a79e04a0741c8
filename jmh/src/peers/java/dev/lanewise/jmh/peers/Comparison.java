package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.peers.ContestantProcess.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * All contestants at all work with one number of threads. In each round every contestant has one turn, in an order
 * that rotates from round to round, while the others sleep; at products Lanewise's process probes the FMA peak after every turn.
 */
final class Comparison {
    private static final double NATIVE_WARM_UP_SECONDS = 0.3;
    /** Until the JIT is done. */
    private static final double JAVA_WARM_UP_SECONDS = 0.8;
    private static final double PEAK_SECONDS = 0.01;
    private static final long PAUSE_MILLIS = 20;
    /** Native teams go on spinning after a product, OpenMP's for 200 ms. */
    private static final long SPIN_MILLIS = 300;

    private final PeersOptions options;
    private final int threads;
    private final OptionalInt processor;
    private final List<Contestant> contestants;
    private final List<Figures> figures;
    private final Team team;

    Comparison(PeersOptions options, ContestantLauncher launcher, int threads) {
        this.options = options;
        this.threads = threads;
        processor = threads == 1 ? Machine.processorToPinTo() : OptionalInt.empty();
        contestants = options.contest().contestants(threads);
        figures = options.works()
                .stream()
                .map(w -> new Figures(w, options.forks() * options.rounds()))
                .toList();
        team = new Team(options.contest(), launcher);
    }

    Contest contest() {
        return options.contest();
    }

    String threadsText() {
        return Team.threadsText(threads);
    }

    String placement() {
        return processor.isPresent()
                ? "every measuring thread pinned to processor " + processor.getAsInt()
                : "not pinned";
    }

    List<Contestant> contestants() {
        return contestants;
    }

    List<Figures> figures() {
        return figures;
    }

    Team team() {
        return team;
    }

    /**
     * Measures.
     *
     * @throws Failure if Lanewise itself fails: there is nothing to compare with then
     */
    void run() throws Failure, IOException, InterruptedException {
        try {
            for (int fork = 0; fork < options.forks(); fork++) {
                team.start(contestants, threads, processor);
                for (Figures work : figures) {
                    List<Contestant> ready = prepare(work.work());
                    for (int round = 0; round < options.rounds(); round++) {
                        round(fork * options.rounds() + round, work, ready);
                    }
                    progress(work);
                }
                team.stop();
            }
        } finally {
            team.stop();
        }
    }

    /** Those that are ready for the work, each verified and warmed up. */
    private List<Contestant> prepare(String work) throws Failure, InterruptedException {
        List<Contestant> ready = new ArrayList<>();
        for (Contestant contestant : contestants) {
            if (team.runs(contestant) && options.contest().takes(contestant, work)) {
                double seconds = contestant.runsOnVectorApi() ? JAVA_WARM_UP_SECONDS : NATIVE_WARM_UP_SECONDS;
                try {
                    team.ask(contestant, "prepare " + work + " " + seconds);
                    ready.add(contestant);
                } catch (Failure failure) {
                    team.lose(contestant, work, failure);
                }
                settle(contestant);
            }
        }
        return ready;
    }

    private void round(int round, Figures work, List<Contestant> ready)
            throws Failure, InterruptedException {
        List<Contestant> order = new ArrayList<>(ready);
        Collections.rotate(order, -round);
        for (Contestant contestant : order) {
            turn(round, work, contestant, ready);
            if (spins(contestant)) {
                settle(contestant);
            }
            if (options.contest().probesPeak()) {
                work.addPeak(round, contestant, peak());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private double peak() throws Failure, InterruptedException {
        try {
            return Double.parseDouble(team.ask(Contestant.LANEWISE, "peak " + PEAK_SECONDS));
        } catch (Failure failure) {
            throw new Failure("FMA peak: " + failure.getMessage());
        }
    }

    private void turn(int round, Figures work, Contestant contestant, List<Contestant> ready)
            throws Failure, InterruptedException {
        try {
            ProcessHandle process = team.handle(contestant);
            work.otherLoad().turnStarts(process);
            double speed = Double.parseDouble(team.ask(contestant, "measure " + options.seconds()));
            work.otherLoad().turnEnds(process);
            work.add(round, contestant, speed);
        } catch (Failure failure) {
            team.lose(contestant, work.work() + " in round " + (round + 1), failure);
            ready.remove(contestant);
        }
    }

    private boolean spins(Contestant contestant) {
        return threads > 1 && !contestant.runsOnVectorApi();
    }

    private void settle(Contestant contestant) throws InterruptedException {
        Thread.sleep(spins(contestant) ? SPIN_MILLIS : PAUSE_MILLIS);
    }

    private void progress(Figures work) {
        StringBuilder line = new StringBuilder(threadsText() + ": " + work.work());
        for (Contestant contestant : contestants) {
            if (Statistics.isAny(work.turns(contestant))) {
                line.append(String.format(Locale.ROOT, "  %s %.2f", contestant.title(), options.contest()
                        .figure(work.work(), Statistics.median(work.turns(contestant)))));
            }
        }
        System.err.println(line);
    }
}
