package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Maxout;
import dev.lanewise.kernels.reference.MaxoutReference;
import java.util.List;

/** The kernels of {@link Maxout}. */
final class MaxoutKernels {
    private static final String SPECIAL = "the first NaN of a unit wins; -0.0 and +0.0 are equal, and ties go to the"
            + " first piece";

    static final List<Kernel> ALL = List.of(
            Kernel.of(Maxout.class, "forward")
                    .formula("y[i,j] = max_q z[i,q,j], winner[i,j] the first such q")
                    .special(SPECIAL)
                    .accuracy(Accuracy.EXACT)
                    .operands(in("z", Shape.PIECES), out("y", Shape.DENSE),
                            out("winner", Shape.DENSE, Element.PIECE_INDEX))
                    .calls(o -> Maxout.forward(o.rows(), o.columns(), o.pieces(), o.array(0), o.at(0),
                            o.array(1), o.at(1), o.ints(2), o.at(2)),
                            o -> MaxoutReference.forward(o.rows(), o.columns(), o.pieces(), o.array(0),
                                    o.at(0), o.array(1), o.at(1), o.ints(2), o.at(2))),
            Kernel.of(Maxout.class, "biasForward")
                    .formula("y[i,j] = max_q (z[i,q,j] + bias[q,j]), winner[i,j] the first such q")
                    .special(SPECIAL)
                    .operands(in("z", Shape.PIECES), in("bias", Shape.PIECES_ROW), out("y", Shape.DENSE),
                            out("winner", Shape.DENSE, Element.PIECE_INDEX))
                    .calls(o -> Maxout.biasForward(o.rows(), o.columns(), o.pieces(), o.array(0), o.at(0),
                            o.array(1), o.at(1), o.array(2), o.at(2), o.ints(3), o.at(3)),
                            o -> MaxoutReference.biasForward(o.rows(), o.columns(), o.pieces(), o.array(0),
                                    o.at(0), o.array(1), o.at(1), o.array(2), o.at(2), o.ints(3), o.at(3))),
            Kernel.of(Maxout.class, "backward")
                    .formula("dz[i,q,j] = winner[i,j] == q ? dy[i,j] : +0")
                    .special("NaN in dy goes to the winner; a winner that is no piece gets nothing")
                    .accuracy(Accuracy.EXACT)
                    .operands(in("winner", Shape.DENSE, Element.PIECE_INDEX), in("dy", Shape.DENSE),
                            out("dz", Shape.PIECES))
                    .calls(o -> Maxout.backward(o.rows(), o.columns(), o.pieces(), o.ints(0), o.at(0),
                            o.array(1), o.at(1), o.array(2), o.at(2)),
                            o -> MaxoutReference.backward(o.rows(), o.columns(), o.pieces(), o.ints(0),
                                    o.at(0), o.array(1), o.at(1), o.array(2), o.at(2))));

    private MaxoutKernels() {
    }
}
