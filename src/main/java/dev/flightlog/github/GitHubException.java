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

    /**
     * No answer came.
     *
     * @param host that did not give one
     */
    public static GitHubException unanswered(String request, String host, Throwable broken) {
        return new GitHubException(new Failure.Unavailable(0), request, NetworkFault.words(host, broken));
    }

    private GitHubException(Failure failure, String request, String why) {
        super(request + ": " + failure.inWords() + " (" + why + ")");
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
