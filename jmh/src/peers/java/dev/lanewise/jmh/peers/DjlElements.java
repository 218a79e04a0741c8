package dev.lanewise.jmh.peers;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import java.util.function.UnaryOperator;

/** DJL with PyTorch: the input is a native array; each call makes a result, which is freed at once. */
final class DjlElements implements ElementLibrary {
    private static final String ENGINE = "PyTorch";

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE);

    @Override
    public String describe() {
        Engine engine = Engine.getEngine(ENGINE);
        return "DJL " + Engine.getDjlVersion() + ", " + engine.getEngineName() + " " + engine.getVersion()
                + ", intra-op threads " + Integer.getInteger("ai.djl.pytorch.num_threads");
    }

    @Override
    public ElementCall prepare(ElementWork work, Operands operands) {
        NDManager own = manager.newSubManager();
        Shape shape = work.sizes().size() == 1
                ? new Shape(work.columns())
                : new Shape(work.rows(), work.columns());
        NDArray x = own.create(operands.x(), shape);
        UnaryOperator<NDArray> operation = work.isDense()
                ? dense(work, operands, own)
                : operation(work.kind());
        return new ElementCall() {
            @Override
            public void run(int calls) {
                for (int i = 0; i < calls; i++) {
                    operation.apply(x).close();
                }
            }

            @Override
            public float[] result() {
                try (NDArray y = operation.apply(x)) {
                    return y.toFloatArray();
                }
            }

            @Override
            public void close() {
                own.close();
            }
        };
    }

    private static UnaryOperator<NDArray> operation(ElementKind kind) {
        return switch (kind) {
            case RELU -> Activation::relu;
            case LEAKY_RELU -> x -> Activation.leakyRelu(x, ElementKind.SLOPE);
            case SIGMOID -> Activation::sigmoid;
            case TANH -> Activation::tanh;
            case EXP -> NDArray::exp;
            case GELU -> Activation::gelu;
            case SOFTMAX -> x -> x.softmax(1);
            case DROPOUT -> x -> Dropout.dropout(x, ElementKind.RATE, true).singletonOrThrow();
            case DENSE_RELU ->
                throw new IllegalArgumentException("kind: " + kind + " (expected what the library has)");
        };
    }

    /** Its weights are units x inputs. */
    private static UnaryOperator<NDArray> dense(ElementWork work, Operands operands, NDManager own) {
        NDArray w = own.create(operands.w(), new Shape(work.columns(), work.units()));
        NDArray weight = w.transpose().duplicate();
        NDArray bias = own.create(operands.bias(), new Shape(work.units()));
        return x -> {
            try (NDList z = Linear.linear(x, weight, bias)) {
                return Activation.relu(z.head());
            }
        };
    }
}
