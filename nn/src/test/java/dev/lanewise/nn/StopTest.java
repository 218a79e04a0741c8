package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Dataset;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** What {@link Trainer#stop} ends. */
class StopTest {
    private static final Dataset DATA = Samples.clouds(40, 3, 1);

    private static Network network() {
        return Network.input(2).add("dense:5 relu dense:3").build(3);
    }

    private static Trainer trainer(Network network) {
        return Trainer.of(network).batchSize(8).epochs(3).workers(Workers.of(1));
    }

    /** Asks once, in a batch of an epoch. */
    private static TrainingListener stopping(Trainer trainer, int inEpoch, int inBatch) {
        return new TrainingListener() {
            private boolean asked;

            @Override
            public void onBatch(int epoch, int batch, int samples, double meanLoss) {
                if (!asked && epoch == inEpoch && batch == inBatch) {
                    asked = true;
                    trainer.stop();
                }
            }
        };
    }

    @Test
    void endsTheFitThatIsRunningAlone() {
        Trainer trainer = trainer(network());
        trainer.listener(stopping(trainer, 2, 1));
        History first = trainer.fit(DATA);
        assertThat(first.ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(first.epochs()).hasSize(1);
        History second = trainer.fit(DATA);
        assertThat(second.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(second.epochs()).hasSize(3);
        assertThat(second.last().epoch()).isEqualTo(3);
    }

    @Test
    void hasNoEffectWhileNoFitIsRunning() {
        Network stopped = network();
        Network plain = network();
        Trainer trainer = trainer(stopped);
        trainer.stop();
        History history = trainer.fit(DATA);
        assertThat(history.epochs()).hasSize(3);
        trainer(plain).fit(DATA);
        assertThat(stopped.parameters()).isEqualTo(plain.parameters());
        trainer.stop();
        assertThat(trainer.fit(DATA).ending()).isEqualTo(Ending.COMPLETED);
    }

    @Test
    void countsFromTheStartOfTheTrainingOn() {
        Trainer trainer = trainer(network());
        trainer.listener(new TrainingListener() {
            private int starts;

            @Override
            public void onTrainingStart(int epochs, int batchesPerEpoch, int samplesPerEpoch) {
                if (++starts == 1) {
                    trainer.stop();
                }
            }
        });
        History none = trainer.fit(DATA);
        assertThat(none.epochs()).isEmpty();
        assertThatThrownBy(none::last).isInstanceOf(NoSuchElementException.class)
                .hasMessage("history: no epoch was completed (INTERRUPTED)");
        assertThat(trainer.fit(DATA).epochs()).hasSize(3);
    }
}
