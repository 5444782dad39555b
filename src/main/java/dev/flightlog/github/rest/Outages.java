package dev.flightlog.github.rest;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which of GitHub's hosts answer nobody just now. The log says each cause once and the end once; while it lasts one
 * request at a time finds out whether the host is back, and the others fail at once.
 */
@Singleton
public class Outages {
    private final InstantSource clock;
    private final Map<String, HostOutage> hosts = new ConcurrentHashMap<>();

    public Outages(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Called before each request; {@link #answered}, {@link #unanswered} or {@link #abandoned} follows.
     *
     * @throws GitHubException unavailable, while another request finds out
     */
    public void pass(String host, String request) {
        String cause = of(host).blocks();
        if (cause != null) {
            throw GitHubException.during(new Failure.Unavailable(0), request + ": no answer (" + cause + ")");
        }
    }

    /** The host did its work, or refused: not for want of a server. */
    public void answered(String host) {
        of(host).answered(clock.instant());
    }

    /** The request was broken off here, which says nothing about the host. */
    public void abandoned(String host) {
        of(host).abandoned();
    }

    /**
     * What came of a request that got no answer, or a server's error.
     *
     * @return the failure; with the outage that it is part of, where other requests failed before
     */
    public GitHubException unanswered(String host, String request, Unanswered why) {
        boolean lasting = of(host).unanswered(request, why, clock.instant());
        Failure.Unavailable failure = new Failure.Unavailable(why.status());
        String message = request + ": " + failure.inWords() + (why.status() == 0 ? " (" + why.cause() + ")" : "");
        return lasting ? GitHubException.during(failure, message) : GitHubException.once(failure, message);
    }

    /** Why a host answers nobody just now; empty where it does. */
    public Optional<String> cause(String host) {
        return of(host).cause();
    }

    private HostOutage of(String host) {
        return hosts.computeIfAbsent(host, HostOutage::new);
    }
}
