package dev.lanewise.nn;

import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.Transpose;
import java.util.List;

/** What layers with {@code z = x W + b} share: W (inputs, columns) and then b (columns) in the parameters, and gradients. */
final class Linear {
    private Linear() {
    }

    static List<Layer.Tensor> tensors(int inputs, int columns) {
        return List.of(new Layer.Tensor("weight", List.of(inputs, columns)),
                new Layer.Tensor("bias", List.of(columns)));
    }

    static int biasOffset(Pass pass, int columns) {
        return pass.offset() + pass.inputs() * columns;
    }

    /** {@code dW = x^T dz; db = column sums of dz; dx = dz W^T}, the last only where it is wanted. */
    static void backward(Pass pass, int columns, float[] dz) {
        int inputs = pass.inputs();
        int batch = pass.batch();
        Gemm.sgemm(pass.workers(), Transpose.T, Transpose.N, inputs, columns, batch, 1f, pass.x(), 0, inputs,
                dz, 0, columns, 0f, pass.gradients(), pass.offset(), columns);
        Reductions.columnSums(batch, columns, dz, 0, columns, pass.gradients(), biasOffset(pass, columns));
        if (pass.wantsInputGradient()) {
            Gemm.sgemm(pass.workers(), Transpose.N, Transpose.T, batch, inputs, columns, 1f, dz, 0, columns,
                    pass.parameters(), pass.offset(), columns, 0f, pass.dx(), 0, inputs);
        }
    }
}
