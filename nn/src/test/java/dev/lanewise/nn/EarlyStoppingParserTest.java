package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyStoppingParserTest {
    @Test
    void readsAllSettings() {
        assertThat(EarlyStoppingParser.parse(
                "patience=5,min-delta=0.001,monitor=val-accuracy,warmup=3,restore-best=false"))
                .isEqualTo(new EarlyStopping(Monitor.VALIDATION_ACCURACY, 5, 0.001, 3, false));
    }

    @Test
    void allButThePatienceMayBeLeftOut() {
        assertThat(EarlyStoppingParser.parse("patience=5")).isEqualTo(EarlyStopping.patience(5))
                .isEqualTo(new EarlyStopping(Monitor.VALIDATION_LOSS, 5, 0, 0, true));
    }

    @Test
    void readsTheNamesOfKeras() {
        assertThat(
                EarlyStoppingParser.parse("monitor=val_loss, min_delta=1e-3, patience=2, restore_best=true"))
                .isEqualTo(new EarlyStopping(Monitor.VALIDATION_LOSS, 2, 0.001, 0, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"patience=5,min-delta=0,monitor=val-loss,warmup=0,restore-best=true",
            "patience=1,min-delta=1.0E-4,monitor=train-loss,warmup=3,restore-best=false",
            "patience=100,min-delta=2,monitor=val-accuracy,warmup=0,restore-best=true"})
    void readsWhatSettingsSayOfThemselves(String spec) {
        assertThat(EarlyStoppingParser.parse(spec).spec()).isEqualTo(spec);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | "" (expected word=value)
            5                               | "5" (expected word=value)
            warmup=3                        | patience: missing (expected patience=EPOCHS)
            patience=0                      | patience: 0 (expected >= 1)
            patience=x                      | patience: "x" (expected a whole number)
            patience=5,patience=6           | patience: given twice
            patience=5,                     | "" (expected word=value)
            patience=5,delta=1              | unknown "delta"
            patience=5,min-delta=-1         | min-delta: "-1" (expected a number such as 0.001)
            patience=5,min-delta=NaN        | min-delta: "NaN" (expected a number such as 0.001)
            patience=5,min-delta=1e999      | min-delta: Infinity (expected >= 0 and finite)
            patience=5,monitor=loss         | monitor: unknown "loss"
            patience=5,warmup=-1            | warmup: -1 (expected >= 0)
            patience=5,restore-best=yes     | restore-best: "yes" (expected true or false)
            """)
    void refusesWhatItDoesNotKnow(String text, String problem) {
        assertThatIllegalArgumentException().isThrownBy(() -> EarlyStoppingParser.parse(text))
                .withMessage("early stopping \"%s\": %s\n  known: %s", text, problem,
                        EarlyStoppingParser.KNOWN);
    }

    @Test
    void helpNamesEveryMonitor() {
        assertThat(EarlyStoppingParser.KNOWN).contains("val-loss|val-accuracy|train-loss");
    }
}
