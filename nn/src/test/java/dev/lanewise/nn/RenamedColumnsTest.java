package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Schema;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A training goes on only with columns of the names that it began with: the same numbers would mean something else. */
class RenamedColumnsTest {
    private static final Dataset DATA = Dataset.ofFloats("table", 2, new float[]{0, 1, 1, 0, 2, 2, 3, 1},
            new int[]{0, 1, 1, 0}, List.of("a", "b")).withSchema(schema("label", "x", "y"));

    private static Schema schema(String label, String... features) {
        return new Schema(List.of(features), label, List.of(), List.of(2));
    }

    private static Trainer trainer() {
        return Trainer.of(Network.input(2).dense(2).build(1)).batchSize(2).epochs(2);
    }

    @Test
    void otherNamesAreRefusedAndTheSameAreNot() {
        AtomicInteger saved = new AtomicInteger();
        trainer().snapshots(snapshot -> {
            saved.incrementAndGet();
            trainer().resume(snapshot).check(DATA, null);
            assertRefused(snapshot, schema("label", "y", "x"), "featureNames is [x, y] ");
            assertRefused(snapshot, schema("label", "x", "z"), "featureNames is [x, y] ");
            assertRefused(snapshot, schema("class", "x", "y"), "labelName is [label] ");
            assertRefused(snapshot, Schema.NONE, "featureNames is [x, y] ");
        }, 1, Duration.ofDays(1)).fit(DATA);
        assertThat(saved).hasPositiveValue();
    }

    private static void assertRefused(TrainingSnapshot snapshot, Schema schema, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().resume(snapshot).check(DATA.withSchema(schema), null))
                .withMessageContaining("snapshot: " + message);
    }
}
