package dev.lanewise.nn.io;

import dev.lanewise.nn.Network;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Networks as safetensors files: eight bytes with the header's length, a JSON header, the tensors as little-endian
 * floats. Tensor {@code I.weight} (inputs, units) and {@code I.bias} (units) belong to layer I from 0;
 * {@code scaling.offset} and {@code scaling.factor} to the input scaling; {@code targetScaling.mean} and
 * {@code targetScaling.deviation} (outputs) to the {@link dev.lanewise.nn.TargetScaling}, if there is one. The header's
 * {@code __metadata__} holds {@code format} (lanewise), {@code version}, {@code inputs}, {@code layers},
 * {@code classNames} (a JSON array); and, as far as they are known of the training data, {@code featureNames} and
 * {@code targetNames} (JSON arrays), {@code labelName}, and {@code answerColumns} (a JSON array of the columns of label or
 * targets).
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class ModelFile {
    private ModelFile() {
    }

    /**
     * Writes the network beside the file and then moves it there, so that the file is whole or untouched.
     *
     * @throws IOException if writing fails
     */
    public static void write(Network network, Path file) throws IOException {
        TensorFile.write(file, NetworkHeader.of(network), NetworkHeader.tensors(network));
    }

    /**
     * Reads a network.
     *
     * @throws ModelFileException if the file is missing, truncated, corrupt or not a Lanewise model; the message says
     *         which
     * @throws IOException if reading fails
     */
    public static Network read(Path file) throws IOException {
        return TensorFile.read(file, "model file", NetworkHeader::network);
    }
}
