package dev.lanewise.jmh.peers;

/** One library's activations, softmax, dropout and dense layers, as its Java users call them. */
interface ElementLibrary {
    /** The library's name, version and choices, as it tells them itself. */
    String describe();

    /** Takes over the operands, copied to where the library wants them. */
    ElementCall prepare(ElementWork work, Operands operands);
}
