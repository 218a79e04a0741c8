package dev.lanewise.reports.experiments;

/** One figure of the lecture: a question, a claim, and a run that shows whether it holds. */
public interface Experiment {
    /** The word for the command line, such as {@code vanishing-gradient}. */
    String name();

    /** A headline. */
    String title();

    /** What is asked, in one or two sentences. */
    String question();

    /** What the lecture says, in one or two sentences. */
    String claim();

    /** Runs it. The same setting gives the same numbers, but for times. */
    Outcome run(Setting setting);
}
