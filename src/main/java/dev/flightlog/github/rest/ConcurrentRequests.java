package dev.flightlog.github.rest;

import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Pace;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * Requests that do not depend on each other, a few at a time. GitHub advises against it and refuses more than 100 at a time
 * in the name of one installation
 * (<a href="https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api">best practices</a>), so
 * that only first loads do it, and all of this process share one small number.
 */
@Singleton
public class ConcurrentRequests {
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().daemon().name("github-", 0).factory();

    private final int most;
    private final Semaphore slots;
    private final RequestPacer pacer;

    ConcurrentRequests(GitHubConfiguration configuration, RequestPacer pacer) {
        this.most = configuration.concurrency();
        this.slots = new Semaphore(most, true);
        this.pacer = pacer;
    }

    /**
     * Sends requests and hands their results over in the given order, in the caller's thread. It begins with one at a time
     * and doubles after each good result, so that trouble of GitHub's is not asked for many times.
     *
     * @param requests asked for the next one only when that is about to be sent
     * @throws RuntimeException what a request or the handler throws first, in that order; nothing more is sent then
     */
    public <T> void inOrder(Access access, Pace pace, Iterator<Supplier<T>> requests, Handler<T> handler) {
        switch (pace) {
            case ONE_BY_ONE -> {
                while (requests.hasNext()) {
                    handler.take(requests.next().get());
                }
            }
            case A_FEW_AT_ONCE -> aFew(access, requests, handler);
        }
    }

    private <T> void aFew(Access access, Iterator<Supplier<T>> requests, Handler<T> handler) {
        Deque<Future<T>> running = new ArrayDeque<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(THREADS)) {
            try {
                send(access, requests, handler, threads, running);
            } finally {
                threads.shutdownNow();
            }
        } finally {
            running.stream()
                    .filter(left -> left.state() == Future.State.SUCCESS)
                    .forEach(left -> handler.discard(left.resultNow()));
        }
    }

    private <T> void send(
            Access access,
            Iterator<Supplier<T>> requests,
            Handler<T> handler,
            ExecutorService threads,
            Deque<Future<T>> running) {
        int window = 1;
        while (true) {
            while (running.size() < window && requests.hasNext()) {
                running.add(threads.submit(inSlot(access, requests.next())));
            }
            if (running.isEmpty()) {
                return;
            }
            T result = result(running.element());
            running.remove();
            window = switch (handler.take(result)) {
                case WELL -> Math.min(most, window * 2);
                case BADLY -> 1;
            };
        }
    }

    private <T> Callable<T> inSlot(Access access, Supplier<T> request) {
        return () -> {
            slots.acquire();
            try {
                pacer.awaitRoomForMany(access);
                return request.get();
            } finally {
                slots.release();
            }
        };
    }

    private static <T> T result(Future<T> request) {
        try {
            return request.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException refused -> throw refused;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException("a request was not sent", failed);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new GitHubException(new Failure.Unavailable(0), "several requests at once", stopping);
        }
    }

    /** Takes results. */
    public interface Handler<T> {
        /** Takes the next one and says how it went. */
        Went take(T result);

        /** A result that is not needed any more: an earlier one failed. */
        default void discard(T result) {}
    }

    /** Whether more requests may go out beside each other. */
    public enum Went {
        WELL,
        BADLY
    }
}
