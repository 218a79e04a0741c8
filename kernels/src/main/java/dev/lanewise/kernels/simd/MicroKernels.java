package dev.lanewise.kernels.simd;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The register tiles in use: {@link MicroKernel} defined once for every form that a product has needed. */
final class MicroKernels {
    private static final int FORMS_OF_A = TileForm.A.values().length;
    private static final int FORMS_OF_B = TileForm.B.values().length;
    private static final @Nullable Tile[] TILES = new Tile[TileForm.MAX_ROWS * 2 * FORMS_OF_A * FORMS_OF_B
            * 2];

    private MicroKernels() {
    }

    /** The tile of that form; defined at its first use. */
    static Tile get(int rows, int vectors, TileForm.A a, TileForm.B b, boolean continues) {
        int index = index(rows, vectors, a, b, continues);
        Tile tile = TILES[index];
        if (tile == null) {
            // Two threads may define the same form; either tile serves.
            tile = define(new TileForm(rows, vectors, a, b, continues));
            TILES[index] = tile;
        }
        return tile;
    }

    @SuppressWarnings("EnumOrdinal") // an index into this run's own table
    private static int index(int rows, int vectors, TileForm.A a, TileForm.B b, boolean continues) {
        int shape = (rows - 1) * 2 + vectors - 1;
        return ((shape * FORMS_OF_A + a.ordinal()) * FORMS_OF_B + b.ordinal()) * 2 + (continues ? 1 : 0);
    }

    private static Tile define(TileForm form) {
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup()
                    .defineHiddenClassWithClassData(template(), form, true);
            return (Tile) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable impossible) {
            throw new IllegalStateException("cannot define the tile " + form, impossible);
        }
    }

    private static byte[] template() throws IOException {
        String name = MicroKernel.class.getSimpleName() + ".class";
        try (InputStream in = MicroKernel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not beside the library's other classes");
            }
            return in.readAllBytes();
        }
    }
}
