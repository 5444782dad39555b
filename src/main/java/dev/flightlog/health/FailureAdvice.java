package dev.flightlog.health;

import dev.flightlog.github.Failure;

/** What a person can do about a failure, in words that stand in the status, the alert and the log. */
public final class FailureAdvice {
    private FailureAdvice() {}

    public static String on(Failure failure, Source source) {
        return switch (failure) {
            case Failure.RateLimited(var until) ->
                "GitHub's rate limit is used up; reading goes on "
                        + (source == Source.BILLING ? "with the next reading of the seats" : "at " + until) + ".";
            case Failure.Unavailable(int status) ->
                "GitHub " + (status == 0 ? "does not answer" : "answers " + status)
                        + "; reading is tried again by itself.";
            case Failure.MetricsPolicyOff _ ->
                "The policy \"Copilot usage metrics\" is off. An owner switches it on under Settings, Copilot,"
                        + " Policies.";
            case Failure.Suspended _ ->
                "The app's installation is suspended. An owner takes it up again under Settings, GitHub Apps.";
            case Failure.Unauthorized _ ->
                "GitHub does not accept the app's key. The operator checks FLIGHTLOG_GITHUB_APP_ID and the private"
                        + " key.";
            case Failure.Forbidden _ ->
                "The app lacks the permission " + permission(source)
                        + ". An owner accepts it under Settings, GitHub Apps.";
            case Failure.NotFound _ -> "GitHub has no " + source.word() + " for this organization.";
            case Failure.Refused(int status, String what) -> "GitHub refused with " + status + ": " + what;
        };
    }

    private static String permission(Source source) {
        return switch (source) {
            case DIRECTORY -> "Members: read";
            case GOVERNANCE, POLICY -> "Contents: read";
            case SEATS -> "GitHub Copilot Business: read (organization_copilot_seat_management)";
            case USAGE, HISTORY -> "Copilot metrics: read (organization_copilot_metrics)";
            case BILLING -> "Administration: read (optional)";
            case POSTS -> "Issues: write, or Discussions: write where posts stand in a discussion";
        };
    }
}
