package dev.lanewise.jmh.peers;

/** How answers begin; lines that begin otherwise are a native library's own output. */
final class Answer {
    static final String OK = "answer ok ";
    static final String FAILED = "answer failed ";

    private Answer() {
    }
}
