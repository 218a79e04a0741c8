package dev.lanewise.jmh.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** ONNX Runtime: a dense layer with ReLU as a model of two nodes; input and output are native, the output given. */
final class OnnxElements implements ElementLibrary {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final int threads;

    OnnxElements(int threads) {
        this.threads = threads;
    }

    @Override
    public String describe() {
        return "ONNX Runtime " + environment.getVersion() + ", intra-op threads " + threads;
    }

    @Override
    public ElementCall prepare(ElementWork work, Operands operands) {
        try {
            return new Layer(work, operands);
        } catch (OrtException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static FloatBuffer buffer(int n) {
        return ByteBuffer.allocateDirect(n * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private final class Layer implements ElementCall {
        private final OrtSession session;
        private final OnnxTensor x;
        private final OnnxTensor y;
        private final FloatBuffer yValues;

        Layer(ElementWork work, Operands operands) throws OrtException {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(threads);
                options.setInterOpNumThreads(1);
                session = environment.createSession(OnnxModel.denseRelu(work.columns(), work.units(),
                        operands.w(), operands.bias()), options);
            }
            FloatBuffer xValues = buffer(operands.x().length).put(operands.x()).flip();
            yValues = buffer(work.elements());
            x = OnnxTensor.createTensor(environment, xValues, new long[]{work.rows(), work.columns()});
            y = OnnxTensor.createTensor(environment, yValues, new long[]{work.rows(), work.units()});
        }

        @Override
        public void run(int calls) {
            try {
                for (int i = 0; i < calls; i++) {
                    session.run(Map.of("x", x), Map.of("y", y)).close();
                }
            } catch (OrtException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public float[] result() {
            for (int i = 0; i < yValues.capacity(); i++) {
                yValues.put(i, Float.NaN);
            }
            run(1);
            float[] values = new float[yValues.capacity()];
            yValues.get(0, values);
            return values;
        }

        @Override
        public void close() {
            x.close();
            y.close();
            try {
                session.close();
            } catch (OrtException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
