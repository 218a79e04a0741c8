package dev.lanewise.nn.log;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.LayerHistograms;
import dev.lanewise.nn.LayerStatistics;
import dev.lanewise.nn.StepStatistics;
import dev.lanewise.nn.TrainingListener;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Writes an event file that TensorBoard reads: {@code tensorboard --logdir FOLDER}. Scalars of each epoch are
 * {@code loss/train}, {@code accuracy/validation} and so on; those of layer 0 are such as {@code update_ratio/00_dense_512};
 * histograms, of each epoch's last step, are {@code parameters/00_dense_512} and {@code gradients/00_dense_512}. The
 * horizontal axis is the step. A resumed training adds a file, which voids what earlier ones hold from behind its start.
 */
public final class TensorBoardLog implements TrainingListener, Closeable {
    private final Progress progress;
    private final InstantSource clock;
    private final RecordFile records;
    /** Whether there is a file of an earlier process, even if that saved nothing. */
    private final boolean continued;
    private long batchesPerEpoch;

    /**
     * Creates a file {@code events.out.tfevents.SECONDS.lanewise} in the folder, and the folder if there is none.
     *
     * @param progress how far the training had come
     */
    public TensorBoardLog(Path folder, Progress progress) throws IOException {
        this(folder, progress, InstantSource.system());
    }

    TensorBoardLog(Path folder, Progress progress, InstantSource clock) throws IOException {
        this.progress = progress;
        this.clock = clock;
        Files.createDirectories(folder);
        continued = hasFile(folder);
        records = new RecordFile(unused(folder, clock.instant().getEpochSecond()));
        records.append(TensorBoardEvent.fileVersion(clock.instant()));
    }

    private static boolean hasFile(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "events.out.tfevents.*")) {
            return files.iterator().hasNext();
        }
    }

    /** TensorBoard reads files in the order of their names. */
    private static Path unused(Path folder, long seconds) {
        Path file = folder.resolve("events.out.tfevents." + seconds + ".lanewise");
        return Files.exists(file) ? unused(folder, seconds + 1) : file;
    }

    @Override
    public void onTrainingStart(int epochs, int batches, int samplesPerEpoch) {
        batchesPerEpoch = batches;
        if (continued) {
            // A training stopped between an epoch's last step and its end repeats the epoch's event, at that step.
            long first = Math.min(progress.steps() + 1, (progress.epochs() + 1L) * batches);
            records.append(TensorBoardEvent.sessionStart(clock.instant(), first));
        }
    }

    @Override
    public void onEpoch(EpochMetrics metrics) {
        TensorBoardEvent event = new TensorBoardEvent();
        for (Field<EpochMetrics> field : Field.EPOCH) {
            event.scalar(field.tag(), field.value().applyAsDouble(metrics));
        }
        append(event, metrics.epoch() * batchesPerEpoch);
    }

    @Override
    public void onStatistics(StepStatistics statistics) {
        TensorBoardEvent event = new TensorBoardEvent();
        for (LayerStatistics layer : statistics.layers()) {
            for (Field<LayerStatistics> field : Field.LAYER) {
                event.scalar(field.tag() + "/" + name(layer.layer(), layer.spec()),
                        field.value().applyAsDouble(layer));
            }
        }
        for (LayerHistograms layer : statistics.histograms()) {
            String name = name(layer.layer(), layer.spec());
            event.histogram("parameters/" + name, layer.parameters());
            event.histogram("gradients/" + name, layer.gradients());
        }
        append(event, statistics.step());
    }

    private void append(TensorBoardEvent event, long step) {
        if (!event.isEmpty()) {
            records.append(event.at(clock.instant(), step));
        }
    }

    /** In characters that TensorBoard takes in a tag. */
    private static String name(int layer, String spec) {
        return String.format(Locale.ROOT, "%02d_", layer) + spec.replaceAll("[^\\w.-]", "_");
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
