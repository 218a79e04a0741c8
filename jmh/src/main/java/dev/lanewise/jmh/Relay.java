package dev.lanewise.jmh;

import dev.lanewise.nn.TrainingListener;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trainings that take turns in the middle of their work: each has a thread of its own, of which one runs at a time and hands
 * over after some steps. So a change of the machine's speed touches neighbours alike. What is measured is the processor time
 * of that thread, so a training must not use others.
 */
final class Relay {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int turns;
    private final int stepsPerTurn;
    private final Semaphore ended = new Semaphore(0);

    private Relay(int turns, int stepsPerTurn) {
        this.turns = turns;
        this.stepsPerTurn = stepsPerTurn;
    }

    /**
     * One training.
     *
     * @param lead steps before its first turn
     * @param fit trains with that listener added as the last, for {@code lead + turns * stepsPerTurn} steps at least
     */
    record Training(int lead, Consumer<TrainingListener> fit) {
    }

    /** Nanoseconds of a step, by training and turn. The leads run first, in order. */
    static double[][] run(int turns, int stepsPerTurn, List<Training> trainings) {
        return new Relay(turns, stepsPerTurn).run(trainings);
    }

    private double[][] run(List<Training> trainings) {
        List<Runner> runners = trainings.stream().map(Runner::new).toList();
        for (Runner runner : runners) {
            runner.thread.start();
            runner.turn();
        }
        for (int turn = 0; turn < turns; turn++) {
            runners.forEach(Runner::turn);
        }
        for (Runner runner : runners) {
            runner.finish();
        }
        return runners.stream().map(runner -> runner.nanos).toArray(double[][]::new);
    }

    /** A training on its thread. */
    private final class Runner implements TrainingListener {
        private final Training training;
        private final Thread thread = new Thread(this::fit, "training");
        private final Semaphore may = new Semaphore(0);
        private final double[] nanos = new double[turns];
        private volatile @Nullable Throwable failure;
        private int steps;
        private int turn = -1;
        private long start;

        Runner(Training training) {
            this.training = training;
            thread.setDaemon(true);
        }

        /** Lets it run to the end of its turn. */
        void turn() {
            may.release();
            ended.acquireUninterruptibly();
            Throwable thrown = failure;
            if (thrown != null) {
                throw new IllegalStateException("a training failed: " + thrown.getMessage(), thrown);
            }
        }

        /** Lets it run to its end. */
        void finish() {
            may.release();
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void fit() {
            may.acquireUninterruptibly();
            try {
                if (training.lead() == 0) {
                    handOver();
                }
                training.fit().accept(this);
            } catch (RuntimeException | Error thrown) {
                failure = thrown;
                ended.release();
            }
        }

        @Override
        public void onBatch(int epoch, int batch, int samples, double meanLoss) {
            steps++;
            if (steps == training.lead()) {
                handOver();
            } else if (steps > training.lead() && turn < turns
                    && (steps - training.lead()) % stepsPerTurn == 0) {
                nanos[turn] = (double) (THREADS.getCurrentThreadCpuTime() - start) / stepsPerTurn;
                handOver();
            }
        }

        private void handOver() {
            turn++;
            ended.release();
            may.acquireUninterruptibly();
            start = THREADS.getCurrentThreadCpuTime();
        }
    }
}
