package dev.lanewise.nn.io;

import dev.lanewise.nn.Network;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of a network's parameters: equal for equal bits. */
public final class WeightsDigest {
    private static final int CHUNK = 1 << 14;

    private WeightsDigest() {
    }

    /** SHA-256 over all parameters in order, as little-endian floats; 64 hexadecimal digits. */
    public static String sha256(Network network) {
        float[] parameters = network.parameters();
        MessageDigest digest = newDigest();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0, count; from < parameters.length; from += count) {
            count = Math.min(CHUNK, parameters.length - from);
            bytes.clear().asFloatBuffer().put(parameters, from, count);
            digest.update(bytes.array(), 0, count * Float.BYTES);
        }
        return hexadecimal(digest);
    }

    static String hexadecimal(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
