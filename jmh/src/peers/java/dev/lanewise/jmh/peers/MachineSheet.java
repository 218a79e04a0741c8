package dev.lanewise.jmh.peers;

/** What a reader needs to judge and repeat the figures. */
final class MachineSheet {
    private MachineSheet() {
    }

    static String of(PeersOptions options, String[] args, String ownOptions) {
        return """
                # %s

                - Machine: %s
                - System: %s %s; transparent huge pages: %s
                - Java: %s %s%s
                - Command: `%s./lanewise benchmark peers%s`

                """
                .formatted(options.contest().title(), Machine.describe(), System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Machine.transparentHugePages(), System.getProperty("java.vm.name"),
                        Runtime.version(),
                        ownOptions.isBlank() ? "" : "; Lanewise with " + ownOptions.strip(),
                        ownOptions.isBlank() ? "" : "LANEWISE_JAVA_OPTS='" + ownOptions.strip() + "' ",
                        args.length == 0 ? "" : " " + String.join(" ", args))
                + options.contest()
                        .about()
                        .formatted(options.forks() * options.rounds(), options.seconds(),
                                options.forks() == 1
                                        ? ""
                                        : ", and all processes are started " + options.forks() + " times",
                                options.contest().rule());
    }
}
