package dev.lanewise.nn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.nn.Ending;
import dev.lanewise.nn.History;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.optim.Sgd;
import org.junit.jupiter.api.Test;

class GiveUpTest {
    private static final Dataset DIGITS = Digits.generate(300, 3);

    private static Trainer trainer(float rate) {
        return Trainer.of(Network.input(784).scaling(Scaling.bytes()).add("dense:16 relu dense:10").build(1))
                .optimizer(new Sgd(rate))
                .epochs(6);
    }

    @Test
    void aHopelessTrainingEndsWithAReason() {
        Trainer trainer = trainer(1e-7f);
        GiveUp giveUp = new GiveUp(trainer, DIGITS, 2);
        History history = trainer.listener(giveUp).fit(DIGITS);
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(giveUp.reason()).startsWith("given up in epoch 2: the training loss is 2.")
                .contains("a guess's 2.3");
    }

    @Test
    void oneThatLearnsGoesOn() {
        Trainer trainer = trainer(0.1f);
        GiveUp giveUp = new GiveUp(trainer, DIGITS, 2);
        assertThat(trainer.listener(giveUp).fit(DIGITS).epochs()).hasSize(6);
        assertThat(giveUp.reason()).isNull();
    }

    @Test
    void patienceIsAtLeastOneEpoch() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GiveUp(trainer(1), DIGITS, 0))
                .withMessage("patience: 0 (expected >= 1)");
    }
}
