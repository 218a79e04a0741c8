package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.TrainingShape;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.optim.Adam;
import java.util.concurrent.Semaphore;

/** Lanewise's trainer with all it does: shuffled epochs, bytes scaled batch by batch, a listener. */
final class LanewiseTraining implements TrainingLibrary {
    private final Workers workers;

    LanewiseTraining(Workers workers) {
        this.workers = workers;
    }

    @Override
    public String describe() {
        Capabilities machine = Capabilities.current();
        return "backend " + machine.backend() + ", " + machine.vectorBits() + "-bit vectors";
    }

    @Override
    public TrainingCall prepare(TrainingShape shape, TrainingSamples samples) {
        Network network = Network.input(shape.inputs()).scaling(Scaling.bytes()).add(shape.spec()).build(42);
        Trainer trainer = Trainer.of(network)
                .optimizer(new Adam((float) LEARNING_RATE))
                .batchSize(shape.batch())
                .epochs(Integer.MAX_VALUE)
                .workers(workers);
        return new Steps(trainer, samples);
    }

    /** A trainer runs to its end: on a thread of its own, which waits after the steps that were asked for. */
    private static final class Steps implements TrainingCall, TrainingListener {
        private final Trainer trainer;
        private final Thread thread;
        private final Semaphore asked = new Semaphore(0);
        private final Semaphore done = new Semaphore(0);
        private int left;
        private int seen;
        private double sum;
        private double loss;

        Steps(Trainer trainer, TrainingSamples samples) {
            this.trainer = trainer.listener(this);
            thread = new Thread(() -> {
                asked.acquireUninterruptibly();
                trainer.fit(samples.data());
            }, "training");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void run(int steps) {
            left = steps;
            asked.release();
            done.acquireUninterruptibly();
        }

        @Override
        public void onBatch(int epoch, int batch, int samples, double meanLoss) {
            if (batch == 1) {
                seen = 0;
                sum = 0;
            }
            loss = (meanLoss * samples - sum) / (samples - seen);
            sum = meanLoss * samples;
            seen = samples;
            left--;
            if (left == 0) {
                done.release();
                asked.acquireUninterruptibly();
            }
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public void close() {
            trainer.stop();
            asked.release();
        }
    }
}
