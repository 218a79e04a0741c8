package dev.lanewise.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/** How predictions are written; constants are named as the user writes them. */
enum PredictionFormat {
    csv {
        @Override
        PredictionWriter writer(Writer writer, Model model, boolean safe) throws IOException {
            return new CsvPredictions(writer, model, safe ? FormulaGuard::neutral : UnaryOperator.identity());
        }
    },
    json {
        @Override
        PredictionWriter writer(Writer writer, Model model, boolean safe) throws IOException {
            return new JsonPredictions(writer, model);
        }
    };

    /** A writer that has written what comes before the rows; a safe one so that no spreadsheet sees formulas in names. */
    abstract PredictionWriter writer(Writer writer, Model model, boolean safe) throws IOException;
}
