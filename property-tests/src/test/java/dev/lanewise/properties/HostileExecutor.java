package dev.lanewise.properties;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Executors that do with their tasks what no good executor does. */
enum HostileExecutor {
    REJECTS {
        @Override
        Executor start() {
            return task -> {
                throw new RejectedExecutionException("full");
            };
        }
    },
    THROWS_A_CHECKED_EXCEPTION {
        @Override
        Executor start() {
            return task -> sneak(new IOException("no connection"));
        }
    },
    THROWS_AN_ERROR {
        @Override
        Executor start() {
            return task -> {
                throw new StackOverflowError();
            };
        }
    },
    TAKES_THE_TASK_AND_THROWS {
        @Override
        Executor start() {
            return task -> {
                inThread(task);
                sneak(new Exception("taken all the same"));
            };
        }
    },
    RUNS_THE_TASK_AND_THROWS {
        @Override
        Executor start() {
            return task -> {
                task.run();
                throw new IllegalStateException("after the task");
            };
        }
    },
    NEVER_RUNS_IT {
        @Override
        Executor start() {
            return task -> {};
        }
    },
    RUNS_IT_IN_THE_CALLER {
        @Override
        Executor start() {
            return Runnable::run;
        }
    },
    RUNS_IT_IN_TWO_THREADS {
        @Override
        Executor start() {
            return task -> {
                inThread(task);
                inThread(task);
            };
        }
    },
    /** Each task runs when the next but two is given. */
    RUNS_IT_LATE {
        @Override
        Executor start() {
            Queue<Runnable> tasks = new ArrayDeque<>();
            return task -> {
                tasks.add(task);
                if (tasks.size() > 3) {
                    inThread(tasks.remove());
                }
            };
        }
    },
    RUNS_IT_IN_VIRTUAL_THREADS {
        @Override
        Executor start() {
            return Thread::startVirtualThread;
        }
    },
    RUNS_IT_IN_INTERRUPTED_THREADS {
        @Override
        Executor start() {
            return task -> inThread(() -> {
                Thread.currentThread().interrupt();
                task.run();
            });
        }
    };

    /** An executor of this kind, used by one caller. */
    abstract Executor start();

    private static void inThread(Runnable task) {
        Thread.ofPlatform().daemon().start(task);
    }

    /** Throws anything, past the compiler. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "DoNotCallSuggester"})
    static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
