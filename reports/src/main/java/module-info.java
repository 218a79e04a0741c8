/** The {@code lanewise} command. */
module dev.lanewise.reports {
    requires com.fasterxml.jackson.core;
    requires dev.lanewise.nn;
    requires info.picocli;
    requires static org.jspecify;

    opens dev.lanewise.reports to info.picocli;
}
