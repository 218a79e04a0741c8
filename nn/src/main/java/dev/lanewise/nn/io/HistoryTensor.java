package dev.lanewise.nn.io;

import dev.lanewise.nn.EpochMetrics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A training's history as a tensor of doubles (epochs, 8): a row for each epoch from 1, with the metrics in their order
 * but for the epoch itself.
 */
record HistoryTensor(List<EpochMetrics> history) implements TensorContent {
    static final String NAME = "history";
    static final int COLUMNS = 8;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DataType type() {
        return DataType.F64;
    }

    @Override
    public List<Integer> shape() {
        return List.of(history.size(), COLUMNS);
    }

    @Override
    public void put(long from, int count, ByteBuffer bytes) {
        for (long i = from; i < from + count; i += COLUMNS) {
            EpochMetrics e = history.get((int) (i / COLUMNS));
            bytes.putDouble(e.trainLoss())
                    .putDouble(e.trainAccuracy())
                    .putDouble(e.penalty())
                    .putDouble(e.validationLoss())
                    .putDouble(e.validationAccuracy())
                    .putDouble(e.learningRate())
                    .putDouble(e.seconds())
                    .putDouble(e.samplesPerSecond());
        }
    }

    /** Reads the rows one by one: a long history is never in memory twice. */
    static List<EpochMetrics> read(TensorSource source) throws IOException {
        ModelHeader.Entry entry = source.header().entry(NAME);
        if (entry.type() != DataType.F64 || entry.shape().size() != 2
                || entry.shape().getLast() != COLUMNS) {
            throw new ModelFileException("tensor " + NAME + " has dtype " + entry.type() + " and shape "
                    + entry.shape() + " (expected F64 and [epochs, " + COLUMNS + "])");
        }
        List<EpochMetrics> history = new ArrayList<>(entry.shape().getFirst());
        source.pieces(NAME, bytes -> {
            while (bytes.hasRemaining()) {
                history.add(row(history.size() + 1, bytes));
            }
        });
        return history;
    }

    private static EpochMetrics row(int epoch, ByteBuffer b) {
        return new EpochMetrics(epoch, b.getDouble(), b.getDouble(), b.getDouble(), b.getDouble(),
                b.getDouble(), (float) b.getDouble(), b.getDouble(), b.getDouble());
    }
}
