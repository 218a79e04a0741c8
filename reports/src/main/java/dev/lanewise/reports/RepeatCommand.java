package dev.lanewise.reports;

import dev.lanewise.nn.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command line that repeats a training, with every setting written out. */
final class RepeatCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private RepeatCommand() {
    }

    static String of(DataOptions data, TrainOptions options, Network network, int threads) {
        List<String> words = new ArrayList<>(List.of("./lanewise", "train", "--data", data.data()));
        if (data.dataDir() != null) {
            words.addAll(List.of("--data-dir", data.dataDir().toString()));
        }
        if (data.label() != null) {
            words.addAll(List.of("--label", data.label()));
        }
        words.addAll(List.of("--layers", network.spec(), "--optimizer", options.optimizerName(),
                "--learning-rate",
                Float.toString(options.learningRate()), "--epochs", Integer.toString(options.epochs()),
                "--batch-size", Integer.toString(options.batchSize()), "--validation",
                Double.toString(options.validation()), "--seed", Long.toString(options.seed()), "--threads",
                Integer.toString(threads)));
        return String.join(" ", words.stream().map(RepeatCommand::quoted).toList());
    }

    /** Quoted for a POSIX shell where it must be. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
