package dev.lanewise.nn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an examination goes; whether it is right is a matter of the corpus, in the property tests. */
class ExaminationTest {
    private static final Split DATA = Digits.generate(600, 3).split(0.25, 1);

    private static Network network(String layers) {
        return Network.input(784)
                .scaling(Scaling.bytes())
                .classNames(DATA.train().classNames())
                .add(layers)
                .build(5);
    }

    private static Trainer trainer(Network network, Optimizer optimizer) {
        return Trainer.of(network).optimizer(optimizer).epochs(3).batchSize(25);
    }

    private static Diagnosis diagnose(Network network, Trainer trainer) {
        Examination examination = Examination.begin(network, trainer, DATA.train(), DATA.test());
        try {
            trainer.fit(DATA.train(), DATA.test());
            return examination.end(DATA.test());
        } catch (TrainingDivergedException diverged) {
            return examination.end(diverged);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0.1f, 1e-5f})
    void theTrainingHasTheSameBits(float rate) {
        Network watched = network("dense:20 relu dropout:0.2 dense:10");
        diagnose(watched, trainer(watched, new Sgd(rate)));
        Network alone = network("dense:20 relu dropout:0.2 dense:10");
        trainer(alone, new Sgd(rate)).fit(DATA.train(), DATA.test());
        assertThat(watched.parameters()).containsExactly(alone.parameters());
    }

    @Test
    void theDiagnosisRepeats() {
        Network once = network("dense:20 relu dense:10");
        Network again = network("dense:20 relu dense:10");
        assertThat(diagnose(once, trainer(once, new Sgd(1e-5f))))
                .isEqualTo(diagnose(again, trainer(again, new Sgd(1e-5f))));
    }

    @Test
    void aDivergenceIsDiagnosedToo() {
        Network network = network("dense:20 leaky dense:20 leaky dense:10");
        Diagnosis diagnosis = diagnose(network, trainer(network, new Sgd(1e4f)));
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LEARNING_RATE_TOO_HIGH);
        assertThat(diagnosis.summary()).hasSize(3);
        double advised = Double.parseDouble(
                diagnosis.findings()
                        .getFirst()
                        .advice()
                        .getFirst()
                        .options()
                        .getOrDefault("learning-rate", ""));
        assertThat(advised).isBetween(0.001, 1.0);
    }

    @Test
    void everyFindingHasANumberAndAPrinciple() {
        Network network = network("dense:20 relu dense:10");
        for (Finding finding : diagnose(network, trainer(network, new Sgd(1e-5f))).findings()) {
            assertThat(finding.evidence()).isNotEmpty().allMatch(line -> line.matches(".*\\d.*"));
            assertThat(finding.confidence()).isBetween(0.5, 1.0);
            assertThat(finding.principle().split("\\. ", -1)).hasSize(2);
        }
    }

    @Test
    void dataThatDoNotFitAreRefusedBeforeAnything() {
        Network network = network("dense:20 relu dense:10");
        Dataset other = Dataset.ofFloats("other", 2, new float[4], new int[]{0, 1}, List.of("a", "b"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Examination.begin(network, Trainer.of(network), other, null))
                .withMessageContaining("2 features (expected 784");
    }

    @Test
    void aTrainingThatWasStoppedAtOnceIsExaminedAllTheSame() {
        Network network = network("dense:20 relu dense:10");
        Trainer trainer = trainer(network, new Sgd(0.1f));
        Examination examination = Examination.begin(network, trainer, DATA.train(), DATA.test());
        trainer.stop();
        trainer.fit(DATA.train(), DATA.test());
        assertThat(examination.end(DATA.test()).findings()).isNotEmpty();
    }

    @Test
    void aDeeperNetworkIsComparedWithAShallowerOne() {
        Network network = network("dense:20 relu dense:20 relu dense:10");
        Trainer trainer = trainer(network, new Sgd(1e-3f));
        Examination examination = Examination.begin(network, trainer, DATA.train(), DATA.test())
                .shallower(new Shallower("dense:20 relu dense:10", 0.1, 0.99));
        trainer.fit(DATA.train(), DATA.test());
        Finding first = examination.end(DATA.test()).findings().getFirst();
        assertThat(first.verdict()).isEqualTo(Verdict.DEEPER_IS_WORSE);
        assertThat(first.principle()).contains("not overfitted");
    }
}
