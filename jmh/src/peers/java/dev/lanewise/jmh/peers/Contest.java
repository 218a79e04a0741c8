package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.lanewise.kernels.Workers;
import java.util.List;

/** What is compared. */
enum Contest {
    /** Matrix products, in GFLOP/s. */
    PRODUCTS(ProductTable.TITLE, ProductTable.ABOUT, Verification.RULE, true) {
        @Override
        List<String> works() {
            return Shapes.ALL.stream().map(GemmShape::toString).toList();
        }

        @Override
        List<Contestant> contestants(int threads) {
            return Contestant.ofProducts(threads, Machine.avx512());
        }

        @Override
        boolean takes(Contestant contestant, String work) {
            return contestant.takes(GemmShape.parse(work));
        }

        @Override
        Subject open(Contestant contestant, Workers workers, int threads) {
            return new ProductSubject(contestant, workers);
        }

        @Override
        double figure(String work, double speed) {
            return speed;
        }

        @Override
        boolean compilesJava(Contestant contestant) {
            return contestant.runsOnVectorApi();
        }

        @Override
        String table(Comparison comparison, List<Contestant> columns) {
            return ProductTable.of(comparison, columns);
        }
    },
    /** Activations, softmax, dropout and dense layers, in nanoseconds an element or microseconds a layer. */
    ELEMENTS(ElementTable.TITLE, ElementTable.ABOUT, ElementVerification.RULE, false) {
        @Override
        List<String> works() {
            return ElementWork.ALL.stream().map(ElementWork::toString).toList();
        }

        @Override
        List<Contestant> contestants(int threads) {
            return Contestant.ofElements();
        }

        @Override
        boolean takes(Contestant contestant, String work) {
            return contestant.takes(ElementWork.parse(work));
        }

        @Override
        Subject open(Contestant contestant, Workers workers, int threads) {
            return new ElementSubject(contestant.openElements(workers, threads));
        }

        @Override
        double figure(String work, double speed) {
            return ElementTable.figure(work, speed);
        }

        // Their wrappers are no small part of a small work's time.
        @Override
        boolean compilesJava(Contestant contestant) {
            return true;
        }

        @Override
        String table(Comparison comparison, List<Contestant> columns) {
            return ElementTable.of(comparison, columns);
        }
    },
    /** Steps of training, in samples a second. */
    TRAINING(TrainingTable.TITLE, TrainingTable.ABOUT, TrainingSubject.RULE, false) {
        @Override
        List<String> works() {
            return List.of("784-512-512-10:128");
        }

        @Override
        List<Contestant> contestants(int threads) {
            return Contestant.ofTraining();
        }

        @Override
        boolean takes(Contestant contestant, String work) {
            return true;
        }

        @Override
        Subject open(Contestant contestant, Workers workers, int threads) {
            return new TrainingSubject(contestant.openTraining(workers, threads));
        }

        @Override
        double figure(String work, double speed) {
            return speed;
        }

        @Override
        boolean compilesJava(Contestant contestant) {
            return true;
        }

        @Override
        String table(Comparison comparison, List<Contestant> columns) {
            return TrainingTable.of(comparison, columns);
        }
    },
    /** Updates by optimizers, in nanoseconds a parameter. */
    OPTIMIZERS(OptimizerTable.TITLE, OptimizerTable.ABOUT, OptimizerSubject.RULE, false) {
        @Override
        List<String> works() {
            return OptimizerWork.ALL.stream().map(OptimizerWork::toString).toList();
        }

        @Override
        List<Contestant> contestants(int threads) {
            return Contestant.ofTraining();
        }

        @Override
        boolean takes(Contestant contestant, String work) {
            return contestant.takes(OptimizerWork.parse(work));
        }

        @Override
        Subject open(Contestant contestant, Workers workers, int threads) {
            return new OptimizerSubject(contestant.openOptimizers(workers, threads));
        }

        @Override
        double figure(String work, double speed) {
            return OptimizerTable.figure(speed);
        }

        @Override
        boolean compilesJava(Contestant contestant) {
            return true;
        }

        @Override
        String table(Comparison comparison, List<Contestant> columns) {
            return OptimizerTable.of(comparison, columns);
        }
    };

    private final String title;
    private final String about;
    private final String rule;
    private final boolean probesPeak;

    Contest(String title, String about, String rule, boolean probesPeak) {
        this.title = title;
        this.rule = rule;
        this.about = about;
        this.probesPeak = probesPeak;
    }

    /** The option that chooses works. */
    String worksOption() {
        return this == PRODUCTS ? "--shapes" : "--works";
    }

    String title() {
        return title;
    }

    /** How results are verified. */
    String rule() {
        return rule;
    }

    /** How the figures came about; takes turns, seconds, a clause on forks and the rule. */
    String about() {
        return about;
    }

    /** Whether the FMA peak is probed after every turn. */
    boolean probesPeak() {
        return probesPeak;
    }

    /** What is measured unless something else is asked for. */
    abstract List<String> works();

    /** Who takes part with so many threads. */
    abstract List<Contestant> contestants(int threads);

    abstract boolean takes(Contestant contestant, String work);

    /** Loads the library; only in the contestant's own process. */
    abstract Subject open(Contestant contestant, Workers workers, int threads);

    /** What is told of a speed. */
    abstract double figure(String work, double speed);

    /** Whether the JIT has a share in the contestant's speed. */
    abstract boolean compilesJava(Contestant contestant);

    /** Head and rows, and what is drawn from them. */
    abstract String table(Comparison comparison, List<Contestant> columns);
}
