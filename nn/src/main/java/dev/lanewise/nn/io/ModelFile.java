package dev.lanewise.nn.io;

import dev.lanewise.nn.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;

/**
 * Networks as safetensors files: eight bytes with the header's length, a JSON header, the tensors as little-endian
 * floats. Tensor {@code I.weight} (inputs, units) and {@code I.bias} (units) belong to layer I from 0;
 * {@code scaling.offset} and {@code scaling.factor} to the input scaling; {@code targetScaling.mean} and
 * {@code targetScaling.deviation} (outputs) to the {@link dev.lanewise.nn.TargetScaling}, if there is one. The header's
 * {@code __metadata__} holds {@code format} (lanewise), {@code version}, {@code inputs}, {@code layers},
 * {@code classNames} (a JSON array); as far as they are known of the training data, {@code featureNames} and
 * {@code targetNames} (JSON arrays), {@code labelName}, and {@code answerColumns} (a JSON array of the columns of label or
 * targets); and {@code sha256}: the SHA-256 of metadata and tensors, in 64 hexadecimal digits.
 *
 * <p>Where {@code sha256} is present it is checked, so that a model is never other weights than those that were written;
 * a program that changes a model must remove it. A file without it is read as it is. Whatever the order of the
 * tensors and the layout of the header, the digest is the same: the number of the other metadata; key and value of
 * each, the keys ascending; name, dtype, extents (separated by commas) and bytes of each tensor, the names ascending;
 * each text as UTF-8 behind the number of its bytes in decimal and a colon.
 *
 * <p>All numbers of a model are finite: others are neither written nor read.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class ModelFile {
    private ModelFile() {
    }

    /**
     * Writes the network beside the file and then moves it there, so that the file is whole or untouched.
     *
     * @throws ModelFileException if a number of the network is NaN or infinite, as after a training that diverged, before
     *         anything is written; the message names its tensor and place
     * @throws IOException if writing fails
     */
    public static void write(Network network, Path file) throws IOException {
        TensorFile.write(file, NetworkHeader.of(network), finite(network));
    }

    /**
     * Writes the network as the content of a file to the stream, and flushes but does not close it.
     *
     * @throws ModelFileException if a number of the network is NaN or infinite, before anything is written
     * @throws IOException if writing fails
     */
    public static void write(Network network, OutputStream stream) throws IOException {
        TensorFile.write(Channels.newChannel(stream), NetworkHeader.of(network), finite(network));
        stream.flush();
    }

    private static List<ModelTensor> finite(Network network) throws ModelFileException {
        List<ModelTensor> tensors = NetworkHeader.tensors(network);
        for (ModelTensor tensor : tensors) {
            tensor.requireFinite();
        }
        return tensors;
    }

    /**
     * Reads a network. Besides the network it takes memory for a few kilobytes at a time.
     *
     * @throws ModelFileException if the file is missing, truncated, corrupt or not a Lanewise model, or one of its numbers
     *         is not finite; the message says which
     * @throws IOException if reading fails
     */
    public static Network read(Path file) throws IOException {
        return TensorFile.read(file, "model file", NetworkHeader::network);
    }

    /**
     * Reads a network from a stream that holds the content of a model file and no more, such as a resource; to its end,
     * without closing it. Until it is read the content is in memory, beside the network.
     *
     * @throws ModelFileException as {@link #read(Path)}
     * @throws IOException if reading fails
     */
    public static Network read(InputStream stream) throws IOException {
        return TensorFile.read(new StreamSource(stream), "model stream", NetworkHeader::network);
    }

    /**
     * Reads a network from the content of a model file.
     *
     * @throws ModelFileException as {@link #read(Path)}
     */
    public static Network read(byte[] content) throws IOException {
        return TensorFile.read(new StreamSource(new ByteArrayInputStream(content)), "model bytes",
                NetworkHeader::network);
    }
}
