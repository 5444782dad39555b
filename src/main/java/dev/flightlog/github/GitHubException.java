package dev.flightlog.github;

/** Carries a {@link Failure}; its message names method and path, never a token, a signed link or a person. */
public final class GitHubException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final boolean outage;

    public GitHubException(Failure failure, String request) {
        this(failure, request + ": " + failure.inWords(), false);
    }

    public GitHubException(Failure failure, String request, Throwable cause) {
        super(request + ": " + failure.inWords(), cause);
        this.failure = failure;
        this.outage = false;
    }

    private GitHubException(Failure failure, String message, boolean outage) {
        super(message);
        this.failure = failure;
        this.outage = outage;
    }

    /** No answer to this request, as far as is known. */
    public static GitHubException once(Failure.Unavailable failure, String message) {
        return new GitHubException(failure, message, false);
    }

    /** No answer to this request nor to others: whoever watches the outage logs it. */
    public static GitHubException during(Failure.Unavailable failure, String message) {
        return new GitHubException(failure, message, true);
    }

    /** True when GitHub answers nobody: asking for something else fails as well. */
    public boolean outage() {
        return outage;
    }

    public Failure failure() {
        return failure;
    }
}
