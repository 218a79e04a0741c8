package dev.lanewise.reports.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.data.DataException;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.IdxFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** IDX files, plain and packed: the one of images beside good labels, or the one of labels beside good images. */
public final class Images implements Reader<Dataset> {
    private static final int ROWS = 5;
    private static final int SIDE = 3;
    private static final List<String> CLASSES = List.of("a", "b", "c");

    private final boolean images;
    private final Path other;

    /** Reads changed images if so, else changed labels. */
    public Images(boolean images) throws IOException {
        this.images = images;
        other = Files.createTempFile("other", ".idx");
        other.toFile().deleteOnExit();
        Files.write(other, images ? labels() : images());
    }

    private static byte[] images() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * Integer.BYTES + ROWS * SIDE * SIDE);
        return bytes.putInt(0x803).putInt(ROWS).putInt(SIDE).putInt(SIDE).put(20, (byte) 255).array();
    }

    private static byte[] labels() {
        return ByteBuffer.allocate(2 * Integer.BYTES + ROWS)
                .putInt(0x801)
                .putInt(ROWS)
                .put(new byte[]{0, 1, 2, 1, 0})
                .array();
    }

    @Override
    public String name() {
        return images ? "idx-images" : "idx-labels";
    }

    @Override
    public List<byte[]> seeds() {
        byte[] plain = images ? images() : labels();
        return List.of(plain, plain, GzipEdits.pack(plain));
    }

    @Override
    public boolean wants(String file) {
        return file.contains(images ? "images" : "labels");
    }

    @Override
    public List<Mutator> mutators() {
        return Stream.of(IdxEdits.ALL, IdxEdits.ALL, ByteEdits.ALL, GzipEdits.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Class<? extends Exception> refusal() {
        return DataException.class;
    }

    @Override
    public Dataset read(byte[] input, Path file) throws IOException {
        return images ? IdxFile.read("idx", file, other, CLASSES) : IdxFile.read("idx", other, file, CLASSES);
    }

    @Override
    public void check(Dataset data, byte[] input, Path file) {
        assertThat(data.size()).isEqualTo(ROWS);
        int[] shape = data.shape();
        assertThat(shape[0] * shape[1] * shape[2]).isEqualTo(data.features()).isPositive();
        for (int row = 0; row < ROWS; row++) {
            assertThat(data.label(row)).isBetween(0, CLASSES.size() - 1);
        }
        float[] values = new float[data.features()];
        data.gather(new int[]{ROWS - 1}, 0, 1, values);
        for (float value : values) {
            assertThat(value).isBetween(0f, 255f);
        }
    }

    @Override
    public String checks() {
        return "as many images as labels; extents that fit the pixels; labels of classes";
    }
}
