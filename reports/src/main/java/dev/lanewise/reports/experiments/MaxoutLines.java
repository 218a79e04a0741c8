package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Network;

/** The straight lines of which a maxout unit of one input is the greatest. */
final class MaxoutLines {
    private final int pieces;
    private final float[] parameters;

    /** Of a network that is one such unit: slopes first, then what is added. */
    MaxoutLines(Network network, int pieces) {
        this.pieces = pieces;
        this.parameters = network.parameters().clone();
    }

    int pieces() {
        return pieces;
    }

    float slope(int piece) {
        return parameters[piece];
    }

    /** Piece's value: product and sum rounded to float, as the unit does. */
    float value(int piece, float x) {
        return slope(piece) * x + parameters[pieces + piece];
    }

    /** The piece that wins; the first of equals. */
    int winner(float x) {
        int best = 0;
        for (int q = 1; q < pieces; q++) {
            if (value(q, x) > value(best, x)) {
                best = q;
            }
        }
        return best;
    }

    /** How many straight segments the greatest has over ascending x. */
    int segments(float... x) {
        int segments = 1;
        for (int i = 1; i < x.length; i++) {
            if (winner(x[i]) != winner(x[i - 1])) {
                segments++;
            }
        }
        return segments;
    }

    /** Whether each segment over ascending x is at least as steep as the one before. */
    boolean convex(float... x) {
        for (int i = 1; i < x.length; i++) {
            if (slope(winner(x[i])) < slope(winner(x[i - 1]))) {
                return false;
            }
        }
        return true;
    }
}
