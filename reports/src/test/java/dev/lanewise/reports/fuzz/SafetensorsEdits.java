package dev.lanewise.reports.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes of model files and checkpoints: the header's length, its JSON with a length that fits, the floats. */
final class SafetensorsEdits {
    private static final int PREFIX = Long.BYTES;
    private static final float[] FLOATS = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
            Float.MAX_VALUE, -0f, Float.MIN_VALUE, 1e30f};
    private static final List<String> WORDS = List.of("F32", "F16", "BF16", "I64", "__metadata__", "format",
            "lanewise",
            "lanewise-checkpoint", "version", "inputs", "layers", "classNames", "targetNames", "shape",
            "dtype",
            "data_offsets", "0.weight", "0.bias", "2.weight", "scaling.offset", "targetScaling.mean",
            "dense:3",
            "dense:200000000", "maxout:3x2", "relu", "prelu", "prelu:feature", "dropout:0.5", "dropout:1",
            "[]", "[\\\"a\\\"]");

    static final List<Mutator> ALL = all();

    private SafetensorsEdits() {
    }

    private static List<Mutator> all() {
        List<Mutator> all = new ArrayList<>(List.of(SafetensorsEdits::length, SafetensorsEdits::number));
        for (List<Mutator> edits : List.of(JsonEdits.ALL, TextEdits.ALL, List.of(TextEdits.words(WORDS)))) {
            edits.forEach(edit -> all.add((input, random) -> header(input, edit, random)));
        }
        return all;
    }

    private static int headerLength(byte[] input) {
        if (input.length < PREFIX) {
            return -1;
        }
        long length = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length < 0 || length > input.length - PREFIX ? -1 : (int) length;
    }

    private static byte[] length(byte[] input, Random random) {
        int now = headerLength(input);
        long length = random.nextBoolean() ? Interesting.integer(random) : now + random.nextInt(17) - 8;
        return now < 0 ? input : withLength(input, length);
    }

    private static byte[] withLength(byte[] input, long length) {
        return ByteBuffer.wrap(input.clone()).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length).array();
    }

    private static byte[] header(byte[] input, Mutator edit, Random random) {
        int length = headerLength(input);
        if (length < 0) {
            return input;
        }
        byte[] changed = edit.apply(Arrays.copyOfRange(input, PREFIX, PREFIX + length), random);
        byte[] file = ByteEdits.replace(input, PREFIX, PREFIX + length, changed);
        return random.nextInt(10) == 0 ? file : withLength(file, changed.length);
    }

    /** One of the floats behind the header. */
    private static byte[] number(byte[] input, Random random) {
        int begin = PREFIX + headerLength(input);
        int floats = (input.length - begin) / Float.BYTES;
        if (begin < PREFIX || floats == 0) {
            return input;
        }
        return ByteBuffer.wrap(input.clone())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(begin + random.nextInt(floats) * Float.BYTES, FLOATS[random.nextInt(FLOATS.length)])
                .array();
    }
}
