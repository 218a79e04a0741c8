package dev.lanewise.nn;

import dev.lanewise.nn.data.Augmentation;
import dev.lanewise.nn.data.ClassWeights;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.optim.GradientClipping;
import dev.lanewise.nn.optim.MomentumSchedule;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Regularization;
import dev.lanewise.nn.optim.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All settings of a training that its result depends on, besides the network and the data. */
record TrainingSettings(Loss loss, Optimizer optimizer, Schedule schedule,
        @Nullable MomentumSchedule momentum,
        Regularization regularization, GradientClipping clipping, @Nullable EarlyStopping earlyStopping,
        List<Augmentation> augmentations, ClassWeights classWeights, int batchSize, int epochs, long seed) {
    /**
     * Checks that the settings go together, and with the data.
     *
     * @throws IllegalArgumentException if they do not
     */
    void check(Dataset train, @Nullable Dataset validation) {
        if (earlyStopping != null) {
            earlyStopping.monitor().check(validation != null, train.classes() > 0);
        }
        if (momentum != null && optimizer.momentum() == 0) {
            throw new IllegalArgumentException(
                    "momentum schedule: " + momentum.spec() + " (expected none for "
                            + optimizer.name() + " without momentum)");
        }
        augmentations.forEach(augmentation -> augmentation.check(train.shape()));
    }

    /** The settings as texts that are equal where the settings are. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("loss", loss.spec());
        texts.put("optimizer", optimizer.toString());
        texts.put("schedule", schedule.spec());
        texts.put("momentumSchedule", momentum == null ? "none" : momentum.spec());
        texts.put("regularization", regularization.toString());
        texts.put("clipping", clipping.toString());
        texts.put("earlyStopping", earlyStopping == null ? "none" : earlyStopping.spec());
        texts.put("augmentations",
                augmentations.isEmpty()
                        ? "none"
                        : String.join(" ", augmentations.stream().map(Augmentation::spec).toList()));
        texts.put("classWeights", classWeights.toString());
        texts.put("batchSize", String.valueOf(batchSize));
        texts.put("epochs", String.valueOf(epochs));
        texts.put("seed", String.valueOf(seed));
        return texts;
    }
}
