package dev.lanewise.reports;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.diagnosis.Advice;
import dev.lanewise.nn.diagnosis.Finding;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Train, diagnose, apply the first remedy, repeat: until nothing is wrong and nothing more helps, or the time is over. A
 * change that does not help is taken back. Only rows held out of the training data decide.
 */
final class Recipe {
    /** Settings that belong to an optimizer, and leave with it. */
    private static final List<String> OF_OPTIMIZER = List.of("learning-rate", "momentum", "dampening",
            "rate-outside",
            "rho", "centered", "beta1", "beta2", "amsgrad", "epsilon", "epsilon-inside", "epsilon-hat",
            "initial-accumulator", "momentum-decay", "weight-decay", "momentum-schedule");
    /** Settings that the layers of an advice already hold. */
    private static final List<String> OF_LAYERS = List.of("dropout", "input-dropout");

    /** How many remedies a change that does not help by itself is given. */
    private static final int FOLLOWED = 2;

    private final DataSource source;
    private final Dataset all;
    private final Split data;
    private final Workers workers;
    private final Instant deadline;
    private final Listener listener;
    private final Set<Map<String, Object>> tried = new HashSet<>();
    private int steps;

    /** Told of each step when it is done. */
    @FunctionalInterface
    interface Listener {
        /** Takes a step, and the best attempt by now. */
        void onStep(RecipeStep step, Attempt best) throws IOException;
    }

    /**
     * A recipe.
     *
     * @param all the training rows
     * @param data these in two parts: to train on, and held out
     * @param budget of time, for everything
     * @param listener told of each step when it is done
     */
    Recipe(DataSource source, Dataset all, Split data, Workers workers, Duration budget,
            Listener listener) {
        this.source = source;
        this.all = all;
        this.data = data;
        this.workers = workers;
        this.listener = listener;
        deadline = Instant.now().plus(budget);
    }

    /** From the given settings to the best that were found. */
    Attempt run(Configuration start) throws IOException {
        Attempt best = attempt(start);
        report(new RecipeStep(1, Advice.of("the start"), null, best, true), best);
        while (Instant.now().isBefore(deadline)) {
            Optional<Advice> next = next(best);
            if (next.isEmpty()) {
                break;
            }
            best = pursue(best, next.get());
        }
        return best;
    }

    /**
     * Makes a change, and treats what it suffers from itself, such as a learning rate that is too high for the new layers; the
     * better of before and after.
     */
    private Attempt pursue(Attempt best, Advice advice) throws IOException {
        Attempt changed = best;
        Optional<Advice> next = Optional.of(advice);
        for (int i = 0; i <= FOLLOWED && next.isPresent() && Instant.now().isBefore(deadline); i++) {
            changed = attempt(apply(next.get(), changed.settings()));
            boolean kept = changed.complete() && changed.betterThan(best);
            report(new RecipeStep(steps + 1, next.get(), best, changed, kept), kept ? changed : best);
            if (kept || changed.diagnosis().healthy()) {
                return kept ? changed : best;
            }
            next = next(changed);
        }
        return best;
    }

    private void report(RecipeStep step, Attempt best) throws IOException {
        steps = step.number();
        listener.onStep(step, best);
    }

    private Attempt attempt(Configuration settings) throws IOException {
        tried.add(settings.values());
        return Attempt.of(settings, trainer(settings), data, deadline);
    }

    /** The first advice whose result was not tried. */
    private Optional<Advice> next(Attempt best) {
        return best.diagnosis()
                .findings()
                .stream()
                .map(Finding::advice)
                .flatMap(List::stream)
                .filter(advice -> !advice.options().isEmpty())
                .filter(advice -> isNew(apply(advice, best.settings())))
                .findFirst();
    }

    private boolean isNew(Configuration settings) {
        if (tried.contains(settings.values())) {
            return false;
        }
        try {
            trainer(settings);
            return true;
        } catch (IllegalArgumentException | IOException impossible) {
            return false; // Such as dropout as an option beside dropout in the layers.
        }
    }

    private Trainer trainer(Configuration settings) throws IOException {
        TrainingPlan plan = TrainingPlan.of(settings);
        Trainer trainer = plan.trainer(source, all, workers);
        plan.weigh(trainer, data.train());
        return trainer;
    }

    private static Configuration apply(Advice advice, Configuration settings) {
        Map<String, Object> values = new LinkedHashMap<>(settings.values());
        if (advice.options().containsKey("optimizer")) {
            OF_OPTIMIZER.forEach(values::remove);
        }
        if (advice.options().containsKey("layers")) {
            OF_LAYERS.forEach(values::remove);
        }
        values.putAll(advice.options());
        return new Configuration(values);
    }
}
