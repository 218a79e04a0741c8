package dev.lanewise.jmh.peers;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/** DJL's optimizers on PyTorch arrays, called as its trainer calls them. */
final class DjlOptimizers implements OptimizerLibrary {
    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");

    @Override
    public String describe() {
        return new DjlElements().describe();
    }

    @Override
    public OptimizerCall prepare(OptimizerWork work) {
        NDManager own = manager.newSubManager();
        Shape shape = new Shape(work.parameters());
        NDArray parameters = own.create(work.initial(), shape);
        NDArray gradients = own.create(work.gradients(), shape);
        Optimizer optimizer = optimizer(work.kind());
        return new OptimizerCall() {
            @Override
            public void run(int updates) {
                for (int i = 0; i < updates; i++) {
                    optimizer.update("parameters", parameters, gradients);
                }
            }

            @Override
            public float[] afterFirst(int updates) {
                run(updates);
                return parameters.toFloatArray();
            }

            @Override
            public void close() {
                own.close();
            }
        };
    }

    private static Optimizer optimizer(OptimizerWork.Kind kind) {
        Tracker rate = Tracker.fixed(OptimizerWork.LEARNING_RATE);
        return switch (kind) {
            case ADAM -> Optimizer.adam().optLearningRateTracker(rate).build();
            case MOMENTUM -> Optimizer.sgd()
                    .setLearningRateTracker(rate)
                    .optMomentum(OptimizerWork.MOMENTUM)
                    .build();
            case ADAGRAD -> Optimizer.adagrad()
                    .optLearningRateTracker(rate)
                    .optEpsilon(OptimizerWork.EPSILON)
                    .build();
            case RMSPROP -> Optimizer.rmsprop()
                    .optLearningRateTracker(rate)
                    .optRho(OptimizerWork.RHO)
                    .optEpsilon(OptimizerWork.EPSILON)
                    .optCentered(false)
                    .build();
        };
    }
}
