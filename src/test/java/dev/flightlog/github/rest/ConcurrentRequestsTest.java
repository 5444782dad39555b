package dev.flightlog.github.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.github.Access;
import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.github.Pace;
import dev.flightlog.github.rest.ConcurrentRequests.Went;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConcurrentRequestsTest {
    private static final Access.Installation ACME = Access.installation(7);
    private static final int MOST = 4;
    private static final long MAX_SECONDS = 30;

    private final ConcurrentRequests requests = requests();
    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> discarded = new ArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();

    private static ConcurrentRequests requests() {
        URI api = URI.create("http://127.0.0.1:1");
        GitHubConfiguration configuration = new GitHubConfiguration(
                null, null, null, api, api, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(5), MOST, 100_000);
        return new ConcurrentRequests(configuration, new RequestPacer(configuration));
    }

    @ParameterizedTest
    @EnumSource
    void resultsComeInOrder(Pace pace) {
        requests.inOrder(ACME, pace, numbers(50, number -> number), handler(Went.WELL));

        assertThat(taken).isEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(mostAtOnce.get()).isBetween(1, pace == Pace.ONE_BY_ONE ? 1 : MOST);
    }

    @Test
    void asManyRunAtOnceAsTheSettingSays() {
        // Numbers 3 to 6 wait for each other: fewer at a time would never end.
        CyclicBarrier together = new CyclicBarrier(MOST);
        requests.inOrder(
                ACME,
                Pace.A_FEW_AT_ONCE,
                numbers(7, number -> {
                    if (number >= 3) {
                        await(together);
                    }
                    return number;
                }),
                handler(Went.WELL));

        assertThat(taken).hasSize(7);
        assertThat(mostAtOnce).hasValue(MOST);
    }

    @Test
    void troubleIsNotAskedForManyTimes() {
        requests.inOrder(ACME, Pace.A_FEW_AT_ONCE, numbers(20, number -> number), handler(Went.BADLY));

        assertThat(taken).hasSize(20);
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void afterAFailureNothingMoreIsSentAndWhatIsHereIsDiscarded() {
        CountDownLatch oneIsHere = new CountDownLatch(1);
        Iterator<Supplier<Integer>> failing = numbers(100, number -> {
            if (number == 1) {
                await(oneIsHere);
                throw new IllegalArgumentException("refused");
            }
            oneIsHere.countDown();
            return number;
        });
        oneIsHere.countDown();

        assertThatThrownBy(() -> requests.inOrder(ACME, Pace.A_FEW_AT_ONCE, failing, handler(Went.WELL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("refused");

        assertThat(taken).containsExactly(0);
        assertThat(sent.get()).isLessThanOrEqualTo(3);
        assertThat(running).hasValue(0);
        assertThat(discarded).isSubsetOf(2);
    }

    private Iterator<Supplier<Integer>> numbers(int count, IntFunction<Integer> request) {
        return IntStream.range(0, count)
                .<Supplier<Integer>>mapToObj(number -> () -> {
                    sent.incrementAndGet();
                    mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
                    try {
                        return request.apply(number);
                    } finally {
                        running.decrementAndGet();
                    }
                })
                .iterator();
    }

    private ConcurrentRequests.Handler<Integer> handler(Went went) {
        return new ConcurrentRequests.Handler<>() {
            @Override
            public Went take(Integer number) {
                taken.add(number);
                return went;
            }

            @Override
            public void discard(Integer number) {
                discarded.add(number);
            }
        };
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new AssertionError("they do not run at once", late);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(MAX_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
