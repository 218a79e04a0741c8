package dev.lanewise.properties;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what calls allocate once they are compiled, in windows of many calls. */
final class AllocationWindows {
    /** Calls in a window. */
    static final int CALLS = 200;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocationWindows() {
    }

    /**
     * Bytes that the caller and the threads of all teams allocated in the first window that allocated nothing, or in the
     * last window before the time was over. The interpreter boxes vectors, so the first windows always allocate.
     */
    static long least(Runnable call, long patienceNanos) {
        long deadline = System.nanoTime() + patienceNanos;
        long allocated = window(call);
        while (allocated != 0 && System.nanoTime() - deadline < 0) {
            allocated = window(call);
        }
        return allocated;
    }

    private static long window(Runnable call) {
        long[] ids = threadIds();
        long[] before = THREADS.getThreadAllocatedBytes(ids);
        long own = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - own;
        long[] after = THREADS.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            allocated += after[i] - before[i];
        }
        return allocated;
    }

    private static long[] threadIds() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(t -> t.getName().startsWith("lanewise-worker"))
                .mapToLong(Thread::threadId)
                .toArray();
    }
}
