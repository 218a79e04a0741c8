package dev.lanewise.reports;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.CsvFile;
import dev.lanewise.nn.data.CsvFormat;
import dev.lanewise.nn.data.DataException;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.data.NamedData;
import dev.lanewise.nn.data.Schema;
import dev.lanewise.nn.data.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where data come from, and how they are divided and scaled. */
sealed interface DataSource {
    /** The part of a CSV file that is held out to test on. */
    double CSV_TEST_FRACTION = 0.2;

    /** What {@code -} means as data. */
    Path STANDARD_INPUT = Path.of("/dev/stdin");

    /** Whether the data can be read again: standard input, pipes and devices cannot. */
    static boolean isRepeatable(String data) {
        Path path = path(data);
        return !path.equals(STANDARD_INPUT)
                && (!Files.exists(path) || Files.isRegularFile(path) || Files.isDirectory(path));
    }

    /** Rows to train on and rows to test on. */
    Split split(long seed) throws DataException;

    /** The scaling that suits such data. */
    Scaling scaling(Dataset train);

    /** The rows by which to judge a model. */
    Dataset evaluationRows(Model model) throws DataException;

    /** The rows to predict by a model. */
    FeatureRows predictionRows(Model model) throws DataException;

    /** Whether the data are columns of a CSV file, each with a meaning of its own. */
    default boolean isTable() {
        return false;
    }

    /** What {@link #evaluationRows} are. */
    default String evaluationPart() {
        return "test part";
    }

    /** How a result on {@link #evaluationRows} begins: only rows that training never saw are a test. */
    default String resultName() {
        return "test ";
    }

    /** The source that the options mean; {@code notices} takes what the user should know of a CSV file. */
    static DataSource of(String data, @Nullable Path dataDir, @Nullable String label, List<String> targets,
            CsvFormat format, Consumer<String> notices) throws DataException {
        Path path = path(data);
        if (isCsv(data)) {
            return new Table(CsvFile.of(path).format(format).notices(notices), label, targets);
        }
        if (data.equals("digits")) {
            return new Embedded();
        }
        if (NamedData.names().contains(data)) {
            return new Images(data, NamedData.find(data, dataDir));
        }
        if (!Files.isDirectory(path)) {
            throw new DataException("data: " + data + ": no such file or folder (expected digits, "
                    + String.join(", ", NamedData.names()) + ", a CSV file or a folder)");
        }
        return new Images(String.valueOf(path.toAbsolutePath().normalize().getFileName()), path);
    }

    private static Path path(String data) {
        return data.equals("-") ? STANDARD_INPUT : Path.of(data);
    }

    /** Whether that is a CSV file, or anything else that is read from its beginning to its end: a pipe, a device. */
    private static boolean isCsv(String data) {
        Path path = path(data);
        return !data.equals("digits") && !NamedData.names().contains(data)
                && (path.equals(STANDARD_INPUT) || (Files.exists(path) && !Files.isDirectory(path)));
    }

    /** The digits that the library draws. */
    record Embedded() implements DataSource {
        @Override
        public Split split(long seed) {
            return Digits.load();
        }

        @Override
        public Scaling scaling(Dataset train) {
            return Scaling.bytes();
        }

        @Override
        public Dataset evaluationRows(Model model) {
            return Digits.load().test();
        }

        @Override
        public FeatureRows predictionRows(Model model) {
            return FeatureRows.of(Digits.load().test());
        }
    }

    /** A folder of IDX files. */
    record Images(String name, Path folder) implements DataSource {
        @Override
        public Split split(long seed) throws DataException {
            return NamedData.load(name, folder);
        }

        @Override
        public Scaling scaling(Dataset train) {
            return Scaling.bytes();
        }

        @Override
        public Dataset evaluationRows(Model model) throws DataException {
            return NamedData.load(name, folder).test();
        }

        @Override
        public FeatureRows predictionRows(Model model) throws DataException {
            return FeatureRows.of(NamedData.load(name, folder).test());
        }
    }

    /**
     * A CSV file. It has no test part of its own: training holds some rows out, evaluation takes all.
     *
     * @param csv the file
     * @param label the label column; null for the model's own or the last, or for regression
     * @param targets the target columns, none if they are not given
     */
    record Table(CsvFile csv, @Nullable String label, List<String> targets) implements DataSource {
        @Override
        public Split split(long seed) throws DataException {
            Dataset all = targets.isEmpty() ? csv.read(label) : csv.readTargets(targets);
            try {
                return all.split(CSV_TEST_FRACTION, seed);
            } catch (IllegalArgumentException tooFew) {
                throw new DataException(
                        csv.file() + ": " + all.size() + " rows (expected at least 3, because "
                                + CSV_TEST_FRACTION + " of them are held out as test rows)",
                        tooFew);
            }
        }

        @Override
        public Scaling scaling(Dataset train) {
            return Scaling.standardize(train);
        }

        @Override
        public boolean isTable() {
            return true;
        }

        @Override
        public Dataset evaluationRows(Model model) throws DataException {
            Network network = model.network();
            if (!model.regression()) {
                return csv.readFor(network.inputs(), network.schema(), network.classNames(), label);
            }
            Schema schema = network.schema();
            if (targets.isEmpty() && schema.targetNames().isEmpty() && schema.answerColumns().isEmpty()) {
                throw new DataException("target: none (expected --target COLUMN, because " + model.file()
                        + " does not know the names of its targets)");
            }
            return csv.readTargetsFor(network.inputs(), schema, targets);
        }

        @Override
        public FeatureRows predictionRows(Model model) throws DataException {
            Network network = model.network();
            int inputs = network.inputs();
            float[] features = model.regression()
                    ? csv.readFeaturesBeside(inputs, network.schema(), targets)
                    : csv.readFeaturesFor(inputs, network.schema(), network.classNames(), label);
            return FeatureRows.of(csv.file().toString(), features, inputs);
        }

        @Override
        public String evaluationPart() {
            return "the whole file, rows that a model may have been trained on included";
        }

        @Override
        public String resultName() {
            return "";
        }
    }
}
