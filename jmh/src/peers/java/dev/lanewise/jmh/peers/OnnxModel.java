package dev.lanewise.jmh.peers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the one model that is needed in ONNX's format, a protocol buffer: y = Relu(Gemm(x, w, bias)). Field numbers
 * are those of onnx.proto.
 */
final class OnnxModel {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 13;
    private static final int FLOAT = 1;

    private OnnxModel() {
    }

    /** ModelProto; w is inputs x units, the batch is open. */
    static byte[] denseRelu(int inputs, int units, float[] w, float[] bias) {
        ProtoWriter opset = new ProtoWriter().text(1, "").number(2, OPSET);
        return new ProtoWriter().number(1, IR_VERSION)
                .message(7, graph(inputs, units, w, bias))
                .message(8, opset)
                .toByteArray();
    }

    /** GraphProto. */
    private static ProtoWriter graph(int inputs, int units, float[] w, float[] bias) {
        return new ProtoWriter().message(1, node("Gemm", "z", "x", "w", "bias"))
                .message(1, node("Relu", "y", "z"))
                .text(2, "dense_relu")
                .message(5, tensor("w", w, inputs, units))
                .message(5, tensor("bias", bias, units))
                .message(11, value("x", inputs))
                .message(12, value("y", units));
    }

    /** NodeProto. */
    private static ProtoWriter node(String operator, String output, String... inputs) {
        ProtoWriter node = new ProtoWriter();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    /** TensorProto. */
    private static ProtoWriter tensor(String name, float[] values, int... sizes) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        ProtoWriter tensor = new ProtoWriter();
        for (int size : sizes) {
            tensor.number(1, size);
        }
        return tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array());
    }

    /** ValueInfoProto of a batch of rows. */
    private static ProtoWriter value(String name, int columns) {
        ProtoWriter shape = new ProtoWriter().message(1, new ProtoWriter().text(2, "batch"))
                .message(1, new ProtoWriter().number(1, columns));
        ProtoWriter tensor = new ProtoWriter().number(1, FLOAT).message(2, shape);
        return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
    }

    /** A message of a protocol buffer, field by field. */
    private static final class ProtoWriter {
        private static final int VARINT = 0;
        private static final int LENGTH_DELIMITED = 2;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        ProtoWriter number(int field, long value) {
            varint((field << 3) | VARINT);
            varint(value);
            return this;
        }

        ProtoWriter text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        ProtoWriter message(int field, ProtoWriter value) {
            return bytes(field, value.toByteArray());
        }

        ProtoWriter bytes(int field, byte[] value) {
            varint((field << 3) | LENGTH_DELIMITED);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while (rest >= 0x80) {
                out.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        byte[] toByteArray() {
            return out.toByteArray();
        }
    }
}
