package dev.lanewise.jmh.peers;

/** What a reader needs to judge and repeat the figures. */
final class MachineSheet {
    private MachineSheet() {
    }

    static String of(PeersOptions options, String[] args, String ownOptions) {
        return """
                # Matrix products beside native libraries

                - Machine: %s
                - System: %s %s; transparent huge pages: %s
                - Java: %s %s%s
                - Command: `%s./lanewise benchmark peers%s`

                Each figure is the median (lowest-highest) of %d turns of %s s each in GFLOP/s, a turn's figure the \
                median of its batches. Every contestant has its own process; they take turns in an order that rotates \
                from round to round%s. Native operands lie in native memory, 64-byte aligned, and nothing is copied \
                while timed; calls go through JavaCPP. Every result was verified %s, Lanewise's bit for bit against its \
                definition as well (in full up to 600 million multiply-adds, then by rows). \
                "FMA peak" is Lanewise's register-only probe after every turn, on as many threads; \
                "%% of peak" is the median of Lanewise's turns, each against the probe right after it. \
                "Lanewise / best native" is the median (lowest-highest) over the rounds of Lanewise over the fastest \
                native library of the same round. "MKL inside C" repeats small products in one call of its batch \
                interface; it is not part of the ratio. "Other load" is the time that other processes took during the turns, in percent of one processor. \
                netlib has no threads of its own: it is in the table for one \
                thread only.
                """
                .formatted(Machine.describe(), System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Machine.transparentHugePages(), System.getProperty("java.vm.name"),
                        Runtime.version(),
                        ownOptions.isBlank() ? "" : "; Lanewise with " + ownOptions.strip(),
                        ownOptions.isBlank() ? "" : "LANEWISE_JAVA_OPTS='" + ownOptions.strip() + "' ",
                        args.length == 0 ? "" : " " + String.join(" ", args),
                        options.forks() * options.rounds(),
                        options.seconds(),
                        options.forks() == 1
                                ? ""
                                : ", and all processes are started " + options.forks() + " times",
                        Verification.RULE);
    }
}
