package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.lanewise.jmh.Verify;
import dev.lanewise.kernels.Workers;

/** Matrix products; the speed is in GFLOP/s. */
final class ProductSubject implements Subject {
    private final Contestant contestant;
    private final Product product;
    private GemmShape shape = GemmShape.parse("NN:1x1x1");
    private float[] a = {};
    private float[] b = {};

    ProductSubject(Contestant contestant, Workers workers) {
        this.contestant = contestant;
        product = contestant.openProducts(workers);
    }

    @Override
    public String describe() {
        return product.describe();
    }

    @Override
    public void prepare(String work) {
        shape = GemmShape.parse(work);
        a = Operands.uniform(shape.m() * shape.k(), 1, -1f, 1f);
        b = Operands.uniform(shape.k() * shape.n(), 2, -1f, 1f);
        product.prepare(shape, a, b);
    }

    @Override
    public void run(int calls) {
        product.multiply(calls);
    }

    @Override
    public void verify() {
        new Verification(shape, a, b).close(product.result());
        if (contestant == Contestant.LANEWISE) {
            Verify.product("wrong result", shape, a, b, product.result());
        }
    }

    @Override
    public double speed(double callSeconds) {
        return shape.flops() / callSeconds * 1e-9;
    }
}
