package dev.flightlog.github;

/** Carries a {@link Failure}; its message names method and path, never a token, a signed link or a person. */
public final class GitHubException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public GitHubException(Failure failure, String request) {
        super(request + ": " + failure.inWords());
        this.failure = failure;
    }

    public GitHubException(Failure failure, String request, Throwable cause) {
        super(request + ": " + failure.inWords(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
