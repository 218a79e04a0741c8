package dev.lanewise.jmh.peers;

import dev.lanewise.kernels.Transpose;

/** The numbers of the C interface to the BLAS. */
final class Cblas {
    static final int ROW_MAJOR = 101;

    private Cblas() {
    }

    static int transpose(Transpose transpose) {
        return transpose == Transpose.N ? 111 : 112;
    }
}
