package dev.lanewise.jmh.peers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Loader;

/** oneDNN: a dense layer with ReLU as a post-operation, the weights reordered once to the layout of its choice. */
final class OneDnnElements implements ElementLibrary {
    private final engine cpu;
    private final stream queue;

    OneDnnElements() {
        Loader.load(dnnl.class);
        cpu = new engine(engine.kind.cpu, 0);
        queue = new stream(cpu);
    }

    @Override
    public String describe() {
        return OneDnnProduct.version();
    }

    @Override
    public ElementCall prepare(ElementWork work, Operands operands) {
        return new Layer(work, operands);
    }

    private static memory.desc desc(memory.format_tag layout, long... sizes) {
        return new memory.desc(sizes, memory.data_type.f32, layout);
    }

    private static primitive_attr withRelu() {
        post_ops relu = new post_ops();
        relu.append_eltwise(dnnl.algorithm.eltwise_relu, 0f, 0f);
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(relu);
        return attributes;
    }

    private final class Layer implements ElementCall {
        private final List<Runnable> freeing = new ArrayList<>();
        private final NativeMatrix y;
        private final inner_product_forward layer;
        private final IntMemoryMap arguments = new IntMemoryMap();

        Layer(ElementWork work, Operands operands) {
            int m = work.rows();
            int k = work.columns();
            int n = work.units();
            inner_product_forward.primitive_desc chosen = new inner_product_forward.primitive_desc(cpu,
                    dnnl.prop_kind.forward_inference, desc(memory.format_tag.nc, m, k),
                    desc(memory.format_tag.any, n, k), desc(memory.format_tag.x, n),
                    desc(memory.format_tag.nc, m, n), withRelu(), false);
            layer = new inner_product_forward(chosen);
            y = NativeMatrix.ofNaN(m * n);
            memory given = memory(desc(memory.format_tag.io, n, k), new NativeMatrix(operands.w()));
            memory w = new memory(chosen.weights_desc(), cpu);
            new reorder(given, w).execute(queue, given, w);
            queue._wait();
            freeing.add(w::close);
            arguments.put(dnnl.DNNL_ARG_WEIGHTS, w);
            arguments.put(dnnl.DNNL_ARG_SRC,
                    memory(desc(memory.format_tag.nc, m, k), new NativeMatrix(operands.x())));
            arguments.put(dnnl.DNNL_ARG_BIAS,
                    memory(desc(memory.format_tag.x, n), new NativeMatrix(operands.bias())));
            arguments.put(dnnl.DNNL_ARG_DST, memory(desc(memory.format_tag.nc, m, n), y));
        }

        private memory memory(memory.desc layout, NativeMatrix values) {
            memory result = new memory(layout, cpu, values.pointer());
            freeing.add(result::close);
            freeing.add(values::close);
            return result;
        }

        @Override
        public void run(int calls) {
            for (int i = 0; i < calls; i++) {
                layer.execute(queue, arguments);
            }
            queue._wait();
        }

        @Override
        public float[] result() {
            run(1);
            return y.toArray();
        }

        @Override
        public void close() {
            layer.close();
            arguments.close();
            freeing.forEach(Runnable::run);
        }
    }
}
