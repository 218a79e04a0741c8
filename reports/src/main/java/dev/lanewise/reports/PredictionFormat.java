package dev.lanewise.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** How predictions are written; constants are named as the user writes them. */
enum PredictionFormat {
    csv {
        @Override
        PredictionWriter writer(Writer writer, List<String> classNames) throws IOException {
            return new CsvPredictions(writer, classNames);
        }
    },
    json {
        @Override
        PredictionWriter writer(Writer writer, List<String> classNames) throws IOException {
            return new JsonPredictions(writer, classNames);
        }
    };

    /** A writer that has written what comes before the rows. */
    abstract PredictionWriter writer(Writer writer, List<String> classNames) throws IOException;
}
