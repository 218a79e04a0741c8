package dev.lanewise.reports;

import java.io.IOException;
import java.io.Writer;

/** How predictions are written; constants are named as the user writes them. */
enum PredictionFormat {
    csv {
        @Override
        PredictionWriter writer(Writer writer, Model model) throws IOException {
            return new CsvPredictions(writer, model);
        }
    },
    json {
        @Override
        PredictionWriter writer(Writer writer, Model model) throws IOException {
            return new JsonPredictions(writer, model);
        }
    };

    /** A writer that has written what comes before the rows. */
    abstract PredictionWriter writer(Writer writer, Model model) throws IOException;
}
