package dev.lanewise.jmh.peers;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.lanewise.jmh.TrainingShape;
import java.util.ArrayList;
import java.util.List;

/** DJL with PyTorch: its trainer, batches made once, what a step makes freed after it. */
final class DjlTraining implements TrainingLibrary {
    private static final String ENGINE = "PyTorch";

    @Override
    public String describe() {
        return new DjlElements().describe();
    }

    @Override
    public TrainingCall prepare(TrainingShape shape, TrainingSamples samples) {
        Model model = Model.newInstance("perceptron", Device.cpu(), ENGINE);
        model.setBlock(block(shape));
        Trainer trainer = model
                .newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                        .optDevices(new Device[]{Device.cpu()})
                        .optOptimizer(Optimizer.adam()
                                .optLearningRateTracker(Tracker.fixed((float) LEARNING_RATE))
                                .build()));
        trainer.initialize(new Shape(shape.batch(), shape.inputs()));
        return new Steps(model, trainer, shape, samples);
    }

    private static SequentialBlock block(TrainingShape shape) {
        SequentialBlock block = new SequentialBlock();
        List<Integer> widths = shape.widths();
        for (int i = 1; i < widths.size(); i++) {
            if (i > 1) {
                block.add(Activation::relu);
            }
            block.add(Linear.builder().setUnits(widths.get(i)).build());
        }
        return block;
    }

    private static final class Steps implements TrainingCall {
        private final Model model;
        private final Trainer trainer;
        private final List<NDArray> features = new ArrayList<>();
        private final List<NDArray> labels = new ArrayList<>();
        private int next;
        private double loss;

        Steps(Model model, Trainer trainer, TrainingShape shape, TrainingSamples samples) {
            this.model = model;
            this.trainer = trainer;
            NDManager manager = trainer.getManager();
            for (int batch = 0; batch < samples.batches(); batch++) {
                features.add(manager.create(samples.features(batch, shape.batch()),
                        new Shape(shape.batch(), shape.inputs())));
                labels.add(manager.create(samples.labels(batch, shape.batch())));
            }
        }

        @Override
        public void run(int steps) {
            for (int i = 0; i < steps; i++) {
                step(i == steps - 1);
            }
        }

        private void step(boolean last) {
            try (NDManager own = trainer.getManager().newSubManager();
                    GradientCollector collector = trainer.newGradientCollector()) {
                NDArray x = features.get(next).duplicate();
                x.attach(own);
                NDList outputs = trainer.forward(new NDList(x));
                NDArray value = trainer.getLoss().evaluate(new NDList(labels.get(next)), outputs);
                collector.backward(value);
                if (last) {
                    loss = value.getFloat();
                }
            }
            trainer.step();
            next = (next + 1) % features.size();
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public void close() {
            trainer.close();
            model.close();
        }
    }
}
