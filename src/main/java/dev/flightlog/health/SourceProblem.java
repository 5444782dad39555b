package dev.flightlog.health;

import dev.flightlog.github.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a source cannot be read or written to, and what to do. The one place that words it: status, check, alert, setup
 * page, log and metric all use it.
 */
public sealed interface SourceProblem {
    /** A rate limit. */
    record RateLimited(Instant until) implements SourceProblem {}

    /** GitHub does not answer (status 0), or answers with a server's error. */
    record Unavailable(int status) implements SourceProblem {}

    record MetricsPolicyOff() implements SourceProblem {}

    record Suspended() implements SourceProblem {}

    /** GitHub refuses the App's key or token; {@code said} in GitHub's words. */
    record AppKey(String said) implements SourceProblem {}

    /** @param ahead how much this machine's clock is ahead of GitHub's; negative when it is behind */
    record ClockWrong(Duration ahead, String said) implements SourceProblem {}

    /** The installation was not granted what the source needs. */
    record PermissionMissing() implements SourceProblem {}

    record IpAllowList(String said) implements SourceProblem {}

    record SingleSignOn(String said) implements SourceProblem {}

    record Archived() implements SourceProblem {}

    record IssuesOff() implements SourceProblem {}

    record Locked(String said) implements SourceProblem {}

    /** The category of discussions takes no posts. */
    record CategoryRefused(String said) implements SourceProblem {}

    record NotThere() implements SourceProblem {}

    /** Anything else, with GitHub's own sentence. */
    record Refused(int status, String said) implements SourceProblem {}

    /** Not a repository that is locked while it moves, and not an account that is locked for its bill. */
    Pattern LOCKED_CONVERSATION =
            Pattern.compile("(issue|discussion|conversation|pull request) (is|was|has been) locked");

    /** In the order in which they are looked for; lower case, as GitHub's documentation and answers word them. */
    List<String> WANT_OF_PERMISSION =
            List.of("resource not accessible by integration", "must have admin rights", "requires admin access");

    /** Maps a {@link Failure}; some problems can be recognised only by GitHub's message. */
    static SourceProblem of(Failure failure) {
        return switch (failure) {
            case Failure.RateLimited(var until) -> new RateLimited(until);
            case Failure.Unavailable(int status) -> new Unavailable(status);
            case Failure.MetricsPolicyOff _ -> new MetricsPolicyOff();
            case Failure.Suspended _ -> new Suspended();
            case Failure.Unauthorized(String said, Duration ahead) ->
                ahead.isZero() || KeyRefusal.of(said) != KeyRefusal.OTHER
                        ? new AppKey(said)
                        : new ClockWrong(ahead, said);
            case Failure.NotFound _ -> new NotThere();
            case Failure.Forbidden(String said) -> worded(403, said);
            case Failure.Refused(int status, String said) -> worded(status, said);
        };
    }

    private static SourceProblem worded(int status, String said) {
        String words = said.toLowerCase(Locale.ROOT);
        if (WANT_OF_PERMISSION.stream().anyMatch(words::contains)) {
            return new PermissionMissing();
        }
        if (words.contains("ip allow list") || words.contains("ip address is not permitted")) {
            return new IpAllowList(said);
        }
        if (words.contains("saml") || words.contains("single sign-on")) {
            return new SingleSignOn(said);
        }
        if (words.contains("archived")) {
            return new Archived();
        }
        if (words.contains("issues") && words.contains("disabled")) {
            return new IssuesOff();
        }
        if (LOCKED_CONVERSATION.matcher(words).find()) {
            return new Locked(said);
        }
        return words.contains("category") ? new CategoryRefused(said) : new Refused(status, said);
    }

    /** As it was stored; without GitHub's words. Null for none. */
    static @Nullable SourceProblem of(SourceStatus.@Nullable Cause cause) {
        return switch (cause) {
            case null -> null;
            case PERMISSION -> new PermissionMissing();
            case METRICS_POLICY -> new MetricsPolicyOff();
            case SUSPENSION -> new Suspended();
            case APP_KEY -> new AppKey("");
            case CLOCK -> new ClockWrong(Duration.ZERO, "");
            case IP_ALLOW_LIST -> new IpAllowList("");
            case SINGLE_SIGN_ON -> new SingleSignOn("");
            case ARCHIVED -> new Archived();
            case ISSUES_OFF -> new IssuesOff();
            case LOCKED -> new Locked("");
            case CATEGORY -> new CategoryRefused("");
        };
    }

    /** Null for what passes by itself, and for what GitHub gives no name. */
    default SourceStatus.@Nullable Cause cause() {
        return switch (this) {
            case RateLimited _, Unavailable _, NotThere _, Refused _ -> null;
            case MetricsPolicyOff _ -> SourceStatus.Cause.METRICS_POLICY;
            case Suspended _ -> SourceStatus.Cause.SUSPENSION;
            case AppKey _ -> SourceStatus.Cause.APP_KEY;
            case ClockWrong _ -> SourceStatus.Cause.CLOCK;
            case PermissionMissing _ -> SourceStatus.Cause.PERMISSION;
            case IpAllowList _ -> SourceStatus.Cause.IP_ALLOW_LIST;
            case SingleSignOn _ -> SourceStatus.Cause.SINGLE_SIGN_ON;
            case Archived _ -> SourceStatus.Cause.ARCHIVED;
            case IssuesOff _ -> SourceStatus.Cause.ISSUES_OFF;
            case Locked _ -> SourceStatus.Cause.LOCKED;
            case CategoryRefused _ -> SourceStatus.Cause.CATEGORY;
        };
    }

    /** What the source's state is while it lasts. */
    default SourceStatus.Outcome outcome() {
        return switch (this) {
            case RateLimited _, Unavailable _ -> SourceStatus.Outcome.LATER;
            case NotThere _, Refused _ -> SourceStatus.Outcome.FAILED;
            case MetricsPolicyOff _,
                    Suspended _,
                    AppKey _,
                    ClockWrong _,
                    PermissionMissing _,
                    IpAllowList _,
                    SingleSignOn _,
                    Archived _,
                    IssuesOff _,
                    Locked _,
                    CategoryRefused _ -> SourceStatus.Outcome.ASK_A_PERSON;
        };
    }

    /** True for what only a person ends: asking again at once does not help, and it is logged once. */
    default boolean lasts() {
        return outcome() == SourceStatus.Outcome.ASK_A_PERSON && !isMomentary();
    }

    /** True for what keeps the server out as a whole, whichever source meets it first. */
    default boolean concernsEverySource() {
        return switch (this) {
            case Suspended _, AppKey _, ClockWrong _, IpAllowList _, SingleSignOn _ -> true;
            case RateLimited _,
                    Unavailable _,
                    MetricsPolicyOff _,
                    PermissionMissing _,
                    Archived _,
                    IssuesOff _,
                    Locked _,
                    CategoryRefused _,
                    NotThere _,
                    Refused _ -> false;
        };
    }

    private boolean isMomentary() {
        return this instanceof AppKey(String said) && new Failure.Unauthorized(said, Duration.ZERO).momentary();
    }

    /** Cause and remedy with GitHub's own words where it has some, in the language of status, check and log. */
    default String sentence(Source source) {
        return remedy(source) + quoted(said());
    }

    /** Cause and remedy of a refused key, which concerns the server and no source of its own. */
    static String sentence(Failure.Unauthorized refused) {
        return of(refused).sentence(Source.DIRECTORY);
    }

    private static String quoted(String said) {
        if (said.isEmpty()) {
            return "";
        }
        return " GitHub says: " + said + (said.endsWith(".") ? "" : ".");
    }

    private String said() {
        return switch (this) {
            case AppKey(String said) -> said;
            case ClockWrong(Duration _, String said) -> said;
            case IpAllowList(String said) -> said;
            case SingleSignOn(String said) -> said;
            case Locked(String said) -> said;
            case CategoryRefused(String said) -> said;
            case RateLimited _,
                    Unavailable _,
                    MetricsPolicyOff _,
                    Suspended _,
                    PermissionMissing _,
                    Archived _,
                    IssuesOff _,
                    NotThere _,
                    Refused _ -> "";
        };
    }

    /** Cause and remedy without any name, for readers who may know nothing of the organization. */
    default String remedy(Source source) {
        return switch (this) {
            case RateLimited(var until) ->
                "GitHub's rate limit is used up; reading goes on "
                        + (source == Source.BILLING ? "with the next reading of the seats" : "at " + until) + ".";
            case Unavailable(int status) ->
                "GitHub " + (status == 0 ? "does not answer" : "answers " + status)
                        + "; reading is tried again by itself.";
            case MetricsPolicyOff _ ->
                "The policy \"Copilot usage metrics\" is off. An owner switches it on under Settings, Copilot,"
                        + " Policies.";
            case Suspended _ ->
                "The app's installation is suspended. An owner ends the suspension under Settings, GitHub Apps.";
            case AppKey(String said) -> KeyRefusal.of(said).remedy();
            case ClockWrong(Duration ahead, String _) ->
                "GitHub does not accept the app's key because the server's clock is wrong" + by(ahead)
                        + ". The operator sets it right, for example with NTP.";
            case PermissionMissing _ ->
                "The app lacks the permission " + source.permission()
                        + ". An owner accepts it under Settings, GitHub Apps.";
            case IpAllowList _ ->
                "The organization's IP allow list keeps this server out. An owner adds the server's outgoing address"
                        + " under Settings, Authentication security, IP allow list.";
            case SingleSignOn _ ->
                "GitHub refuses because of the organization's SAML single sign-on. An owner looks under Settings,"
                        + " Authentication security, and at the app under Settings, GitHub Apps.";
            case Archived _ ->
                "The governance repository is archived, so nothing can be posted. An admin of the repository ends that"
                        + " under Settings, Danger Zone.";
            case IssuesOff _ ->
                "Issues are switched off in the governance repository. An admin of the repository switches them on"
                        + " under Settings, Features, or the policy file says summary.post_to: discussion.";
            case Locked _ -> "The issue or discussion is locked. Somebody who may write there unlocks it.";
            case CategoryRefused _ ->
                "The category of discussions takes no posts of this kind. The policy file names another one in"
                        + " summary.discussion_category, or says summary.post_to: issue.";
            case NotThere _ ->
                "GitHub answers 404, as it does for what does not exist and for what the app may not see: what there is"
                        + " is not known. An owner looks under Settings, GitHub Apps, whether the app is installed and"
                        + " has the permission " + source.permission() + ". It is tried again by itself.";
            case Refused(int status, String said) ->
                "GitHub refused with " + status + (said.isEmpty() ? "" : ": " + said) + (said.endsWith(".") ? "" : ".");
        };
    }

    private static String by(Duration ahead) {
        return ahead.isZero()
                ? ""
                : ": it is " + Math.abs(ahead.toSeconds()) + " seconds " + (ahead.isNegative() ? "behind" : "ahead of")
                        + " GitHub's";
    }
}
