package dev.lanewise.reports.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changed seeds: number n of a seed number is always the same bytes. The first are the seeds themselves. */
final class Inputs {
    private static final int LONGEST = 1 << 20;
    private static final int MOST_CHANGES = 4;

    private final List<byte[]> seeds;
    private final List<Mutator> mutators;
    private final long seed;

    Inputs(List<byte[]> seeds, List<Mutator> mutators, long seed) {
        this.seeds = seeds;
        this.mutators = mutators;
        this.seed = seed;
    }

    int seeds() {
        return seeds.size();
    }

    byte[] get(long n) {
        if (n < seeds.size()) {
            return seeds.get((int) n).clone();
        }
        // A linear generator begins alike for neighbouring numbers; a multiple of the golden ratio parts them.
        Random random = new Random((seed * 31 + n) * 0x9E3779B97F4A7C15L);
        byte[] input = Interesting.of(seeds, random);
        if (random.nextInt(10) == 0) {
            input = ByteEdits.splice(input, Interesting.of(seeds, random), random);
        }
        // Half of the inputs have one change, a quarter two.
        int changes = 1 + Integer.numberOfTrailingZeros(random.nextInt() | 1 << (MOST_CHANGES - 1));
        for (int i = 0; i < changes; i++) {
            input = Interesting.of(mutators, random).apply(input, random);
            input = input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
        }
        return input;
    }
}
