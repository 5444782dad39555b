package dev.flightlog.app;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.health.SourceProblem;
import dev.flightlog.jobs.Retry;
import dev.flightlog.jobs.RetryRule;
import dev.flightlog.webhook.MalformedEventException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** What a failed job does next, by the type of its failure. */
@Singleton
final class GitHubRetryRule implements RetryRule {
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(5);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(30);

    private final InstantSource clock;

    GitHubRetryRule(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Retry judge(Throwable failure) {
        return switch (failure) {
            case GitHubException refused
            when refused.outage() -> new Retry.Later(clock.instant().plus(OUTAGE_PAUSE));
            case GitHubException refused -> judge(refused.failure());
            case DatabaseException database
            when database.away() -> new Retry.Later(clock.instant().plus(DATABASE_PAUSE));
            case DatabaseException database when unstorable(database) -> new Retry.GiveUp();
            case MalformedEventException _ -> new Retry.GiveUp();
            default -> new Retry.Again();
        };
    }

    private static Retry judge(Failure failure) {
        return switch (failure) {
            case Failure.RateLimited(var until) -> new Retry.Later(until);
            case Failure.Unauthorized key when !key.momentary() -> new Retry.AskAPerson(SourceProblem.sentence(key));
            // In an incident GitHub fails at some requests and answers others, for hours.
            case Failure.Unavailable _, Failure.Unauthorized _ -> new Retry.Unanswered(failure.inWords());
            case Failure.NotFound _, Failure.Forbidden _, Failure.MetricsPolicyOff _, Failure.Suspended _ ->
                new Retry.GiveUp();
            case Failure.Refused _ -> new Retry.GiveUp();
        };
    }

    /** What Postgres cannot hold (22), such as a NUL in a text, it will not hold the next time either. */
    private static boolean unstorable(DatabaseException failure) {
        return failure.sqlState().startsWith("22");
    }
}
