package dev.lanewise.reports.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.data.Split;
import org.junit.jupiter.api.Test;

class TrainingSizeTest {
    private static final Split DATA = new Split(Digits.generate(100, 1), Digits.generate(50, 2));

    private static Setting setting(boolean quick, long seed) {
        return new Setting(DATA, Scaling.bytes(), quick, seed, Workers.shared());
    }

    @Test
    void choosesRowsBySeed() {
        TrainingSize size = new TrainingSize(40, 20, 1);
        Split chosen = size.of(setting(true, 1));

        assertThat(chosen.train().size()).isEqualTo(40);
        assertThat(chosen.test().size()).isEqualTo(20);
        assertThat(size.of(setting(true, 1)).train().fingerprint()).isEqualTo(chosen.train().fingerprint());
        assertThat(size.of(setting(true, 2)).train().fingerprint())
                .isNotEqualTo(chosen.train().fingerprint());
    }

    @Test
    void takesAllOfSmallerData() {
        Split all = new TrainingSize(101, 50, 1).of(setting(true, 1));

        assertThat(all.train()).isSameAs(DATA.train());
        assertThat(all.test()).isSameAs(DATA.test());
    }

    @Test
    void aQuickRunHasItsOwnSize() {
        TrainingSize.Pair pair = new TrainingSize.Pair(new TrainingSize(10, 5, 1),
                new TrainingSize(100, 50, 9));

        assertThat(pair.of(setting(true, 1)).epochs()).isEqualTo(1);
        assertThat(pair.of(setting(false, 1)).epochs()).isEqualTo(9);
    }
}
