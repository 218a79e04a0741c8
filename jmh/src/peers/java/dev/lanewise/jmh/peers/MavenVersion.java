package dev.lanewise.jmh.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of a library that does not tell it, from what Maven put into its jar. */
final class MavenVersion {
    private MavenVersion() {
    }

    /** {@code artifact}: such as {@code org.nd4j/nd4j-api}. */
    static String of(Class<?> in, String artifact) {
        Properties built = new Properties();
        try (InputStream file = in
                .getResourceAsStream("/META-INF/maven/" + artifact + "/pom.properties")) {
            if (file != null) {
                built.load(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return built.getProperty("version", "of unknown version");
    }
}
