package dev.lanewise.jmh.peers;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;

/** ND4J's updaters: they turn gradients into updates in place, which are then subtracted, as in DL4J. */
final class Nd4jOptimizers implements OptimizerLibrary {
    private final Nd4jElements nd4j;

    Nd4jOptimizers(int threads) {
        nd4j = new Nd4jElements(threads);
    }

    @Override
    public String describe() {
        return nd4j.describe();
    }

    @Override
    public OptimizerCall prepare(OptimizerWork work) {
        long[] shape = {1, work.parameters()};
        IUpdater kind = updater(work.kind());
        INDArray parameters = Nd4j.create(work.initial(), shape, DataType.FLOAT);
        INDArray given = Nd4j.create(work.gradients(), shape, DataType.FLOAT);
        INDArray gradients = given.dup();
        INDArray state = Nd4j.zeros(DataType.FLOAT, 1, kind.stateSize(work.parameters()));
        GradientUpdater<?> updater = kind.instantiate(state, true);
        return new OptimizerCall() {
            private int step;

            @Override
            public void run(int updates) {
                for (int i = 0; i < updates; i++) {
                    updater.applyUpdater(gradients, step, 0);
                    parameters.subi(gradients);
                    step++;
                }
            }

            @Override
            public float[] afterFirst(int updates) {
                for (int i = 0; i < updates; i++) {
                    gradients.assign(given);
                    run(1);
                }
                gradients.assign(given);
                return parameters.data().asFloat();
            }

            @Override
            public void close() {
                parameters.close();
                given.close();
                gradients.close();
                state.close();
            }
        };
    }

    private static IUpdater updater(OptimizerWork.Kind kind) {
        double rate = OptimizerWork.LEARNING_RATE;
        return switch (kind) {
            case ADAM -> new Adam(rate);
            case ADAGRAD -> new AdaGrad(rate, OptimizerWork.EPSILON);
            case RMSPROP -> new RmsProp(rate, OptimizerWork.RHO, OptimizerWork.EPSILON);
            case MOMENTUM ->
                throw new IllegalArgumentException("kind: " + kind + " (expected what the library has)");
        };
    }
}
