package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lanewise.nn.data.Dataset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A trainer trains once at a time: two fits would mix their steps in one network. */
class OneFitTest {
    private static final Dataset DATA = Dataset.ofTargets("line", 1, new float[]{0, 1, 2, 3},
            new float[]{1, 3, 5, 7});

    @Test
    void anotherFitIsRefusedWhileOneRunsAndWelcomeThereafter() {
        Network network = Network.input(1).dense(1).build(1);
        Trainer trainer = Trainer.of(network).loss(Loss.MEAN_SQUARED_ERROR).batchSize(2).epochs(3);
        AtomicInteger refused = new AtomicInteger();
        trainer.listener(new TrainingListener() {
            @Override
            public void onEpoch(EpochMetrics metrics) {
                assertThatIllegalStateException().isThrownBy(() -> trainer.fit(DATA))
                        .withMessage("fit: another is running (expected one at a time of a trainer)");
                refused.incrementAndGet();
            }
        });
        for (int call = 1; call <= 2; call++) {
            assertThat(trainer.fit(DATA).epochs()).hasSize(3);
            assertThat(refused).hasValue(3 * call);
        }
    }
}
