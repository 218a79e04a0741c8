package dev.lanewise.jmh.peers;

/** Element-wise work and dense layers; the speed is in calls a second. */
final class ElementSubject implements Subject {
    private static final ElementCall NOTHING = new ElementCall() {
        @Override
        public void run(int calls) {
            throw new IllegalStateException("run: nothing is prepared");
        }

        @Override
        public float[] result() {
            return new float[0];
        }
    };

    private final ElementLibrary library;
    private ElementWork work = ElementWork.parse("relu:1");
    private Operands operands = Operands.of(work);
    private ElementCall call = NOTHING;

    ElementSubject(ElementLibrary library) {
        this.library = library;
    }

    @Override
    public String describe() {
        return library.describe();
    }

    @Override
    public void prepare(String text) {
        call.close();
        call = NOTHING;
        work = ElementWork.parse(text);
        operands = Operands.of(work);
        call = library.prepare(work, operands);
    }

    @Override
    public void run(int calls) {
        call.run(calls);
    }

    @Override
    public void verify() {
        ElementVerification verification = new ElementVerification(work, operands);
        float[] first = call.result();
        verification.check(first);
        if (work.kind() == ElementKind.DROPOUT) {
            verification.checkFresh(first, call.result());
        }
    }

    @Override
    public double speed(double callSeconds) {
        return 1 / callSeconds;
    }
}
