package dev.lanewise.jmh.peers;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.api.ops.random.impl.DropOutInverted;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J: native arrays, the output given to each operation, which is quicker than a new one a call. */
final class Nd4jElements implements ElementLibrary {
    private final int threads;

    Nd4jElements(int threads) {
        this.threads = threads;
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
    }

    @Override
    public String describe() {
        return "ND4J " + MavenVersion.of(Nd4j.class, "org.nd4j/nd4j-api") + ", "
                + Nd4j.getBackend().getClass().getSimpleName() + ", threads " + threads;
    }

    @Override
    public ElementCall prepare(ElementWork work, Operands operands) {
        long[] shape = work.sizes().size() == 1
                ? new long[]{work.columns()}
                : new long[]{work.rows(), work.columns()};
        INDArray x = Nd4j.create(operands.x(), shape, DataType.FLOAT);
        INDArray y = Nd4j.createUninitialized(DataType.FLOAT, shape).assign(Float.NaN);
        Runnable once = operation(work.kind(), x, y);
        return new ElementCall() {
            @Override
            public void run(int calls) {
                for (int i = 0; i < calls; i++) {
                    once.run();
                }
            }

            @Override
            public float[] result() {
                once.run();
                return y.data().asFloat();
            }

            @Override
            public void close() {
                x.close();
                y.close();
            }
        };
    }

    private static Runnable operation(ElementKind kind, INDArray x, INDArray y) {
        return switch (kind) {
            case RELU -> () -> Nd4j.exec(new RectifiedLinear(x, y));
            case LEAKY_RELU -> () -> Nd4j.exec(new LeakyReLU(x, y, ElementKind.SLOPE));
            case SIGMOID -> () -> Nd4j.exec(new Sigmoid(x, y));
            case TANH -> () -> Nd4j.exec(new Tanh(x, y));
            case EXP -> () -> Nd4j.exec(new Exp(x, y));
            case SOFTMAX -> () -> Nd4j.exec(new SoftMax(x, y, 1));
            case DROPOUT -> () -> Nd4j.exec(new DropOutInverted(x, y, 1 - ElementKind.RATE));
            case GELU, DENSE_RELU ->
                throw new IllegalArgumentException("kind: " + kind + " (expected what the library has)");
        };
    }
}
