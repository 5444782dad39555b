package dev.flightlog.fake;

import java.util.concurrent.Executor;

/** Does what GitHub does behind an answer, and can be waited for. */
final class Background implements Executor {
    private final Executor executor;
    private int running;

    Background(Executor executor) {
        this.executor = executor;
    }

    @Override
    public synchronized void execute(Runnable task) {
        running++;
        executor.execute(() -> {
            try {
                task.run();
            } finally {
                finished();
            }
        });
    }

    private synchronized void finished() {
        running--;
        notifyAll();
    }

    /** Waits until nothing is left to do. */
    synchronized void await() throws InterruptedException {
        while (running > 0) {
            wait();
        }
    }
}
