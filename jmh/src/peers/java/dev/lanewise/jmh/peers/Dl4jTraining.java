package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.TrainingShape;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** DL4J on ND4J: a network that fits batch after batch; batches made once. */
final class Dl4jTraining implements TrainingLibrary {
    private final Nd4jElements nd4j;

    Dl4jTraining(int threads) {
        nd4j = new Nd4jElements(threads);
    }

    @Override
    public String describe() {
        return "DL4J "
                + MavenVersion.of(MultiLayerNetwork.class, "org.deeplearning4j/deeplearning4j-nn") + " on "
                + nd4j.describe();
    }

    @Override
    public TrainingCall prepare(TrainingShape shape, TrainingSamples samples) {
        return new Steps(network(shape), shape, samples);
    }

    private static MultiLayerNetwork network(TrainingShape shape) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().seed(42)
                .updater(new Adam(LEARNING_RATE))
                .weightInit(WeightInit.RELU)
                .list();
        List<Integer> widths = shape.widths();
        for (int i = 0; i < shape.layers() - 1; i++) {
            layers.layer(new DenseLayer.Builder().nIn(widths.get(i))
                    .nOut(widths.get(i + 1))
                    .activation(Activation.RELU)
                    .build());
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT).nIn(widths.get(shape.layers() - 1))
                .nOut(shape.outputs())
                .activation(Activation.SOFTMAX)
                .build());
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    private static final class Steps implements TrainingCall {
        private final MultiLayerNetwork network;
        private final List<INDArray> features = new ArrayList<>();
        private final List<INDArray> labels = new ArrayList<>();
        private int next;

        Steps(MultiLayerNetwork network, TrainingShape shape, TrainingSamples samples) {
            this.network = network;
            for (int batch = 0; batch < samples.batches(); batch++) {
                features.add(Nd4j.create(samples.features(batch, shape.batch()),
                        new long[]{shape.batch(), shape.inputs()}, DataType.FLOAT));
                labels.add(oneHot(samples.labels(batch, shape.batch()), shape.outputs()));
            }
        }

        private static INDArray oneHot(int[] labels, int classes) {
            float[] values = new float[labels.length * classes];
            for (int i = 0; i < labels.length; i++) {
                values[i * classes + labels[i]] = 1;
            }
            return Nd4j.create(values, new long[]{labels.length, classes}, DataType.FLOAT);
        }

        @Override
        public void run(int steps) {
            for (int i = 0; i < steps; i++) {
                network.fit(features.get(next), labels.get(next));
                next = (next + 1) % features.size();
            }
        }

        @Override
        public double loss() {
            return network.score();
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
