package dev.lanewise.reports;

import dev.lanewise.reports.fuzz.Checkpoints;
import dev.lanewise.reports.fuzz.Grammar;
import dev.lanewise.reports.fuzz.Images;
import dev.lanewise.reports.fuzz.Models;
import dev.lanewise.reports.fuzz.Reader;
import dev.lanewise.reports.fuzz.Snapshots;
import dev.lanewise.reports.fuzz.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that reads what users give. */
final class Readers {
    private Readers() {
    }

    static List<Reader<?>> all() throws IOException {
        List<Reader<?>> all = new ArrayList<>(List.of(new Models(), new Checkpoints(), new Snapshots()));
        all.addAll(Tables.all());
        all.addAll(List.of(new Images(true), new Images(false), new ConfigurationInputs(),
                new DiagnosisInputs()));
        all.addAll(Grammar.all());
        return all;
    }

    /** The one whose name a file of a failure begins with. */
    static Reader<?> of(Path failure) throws IOException {
        String file = failure.getFileName().toString();
        return all().stream()
                .filter(reader -> file.startsWith(reader.name() + "-"))
                .max(Comparator.comparingInt(reader -> reader.name().length()))
                .orElseThrow(() -> new IllegalArgumentException(file + " (expected READER-SEED-NUMBER.bin)"));
    }
}
