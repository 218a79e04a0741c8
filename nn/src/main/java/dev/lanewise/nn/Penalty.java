package dev.lanewise.nn;

import dev.lanewise.nn.optim.Regularization;

/** What L1 and L2 add to a network's loss. */
final class Penalty {
    private Penalty() {
    }

    static double of(Network network, Regularization regularization) {
        double sum = 0;
        for (NetworkTensor tensor : network.tensors()) {
            if (tensor.tensor().isWeight()) {
                sum += regularization.penalty(tensor.size(), network.parameters(), tensor.offset());
            }
        }
        return sum;
    }
}
