package dev.flightlog.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.github.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GitHub's words, as seen, and the name and remedy that each gets. */
class SourceProblemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|Resource not accessible by integration|PERMISSION|lacks the permission",
                "403|Must have admin rights to Repository.|PERMISSION|lacks the permission",
                "403|the `acme` organization has an IP allow list enabled, and your IP address is not"
                        + " permitted|IP_ALLOW_LIST|IP allow list keeps",
                "403|Resource protected by organization SAML enforcement.|SINGLE_SIGN_ON|SAML single sign-on",
                "403|Repository was archived so is read-only.|ARCHIVED|is archived",
                "410|Issues has been disabled in this repository.|ISSUES_OFF|switched off",
                "403|Unable to create comment because issue is locked.|LOCKED|is locked",
                "200|Discussion is locked|LOCKED|is locked",
                "200|Category must not be a poll category|CATEGORY|summary.discussion_category",
            })
    void eachReasonHasItsNameAndRemedy(int status, String said, SourceStatus.Cause cause, String remedy) {
        SourceProblem problem =
                SourceProblem.of(status == 403 ? new Failure.Forbidden(said) : new Failure.Refused(status, said));

        assertThat(problem.cause()).isEqualTo(cause);
        assertThat(problem.lasts()).isTrue();
        assertThat(problem.outcome()).isEqualTo(SourceStatus.Outcome.ASK_A_PERSON);
        assertThat(problem.sentence(Source.POSTS)).contains(remedy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Repository has been locked for migration.",
                "This account is locked due to a billing issue.",
                "Sorry. Your account was locked."
            })
    void onlyALockedConversationIsTold(String said) {
        SourceProblem problem = SourceProblem.of(new Failure.Forbidden(said));

        assertThat(problem.cause()).isNull();
        assertThat(problem.sentence(Source.POSTS)).isEqualTo("GitHub refused with 403: " + said);
    }

    @Test
    void whatHasNoNameKeepsGitHubsSentence() {
        SourceProblem problem = SourceProblem.of(new Failure.Forbidden("Something new."));

        assertThat(problem.cause()).isNull();
        assertThat(problem.sentence(Source.SEATS)).isEqualTo("GitHub refused with 403: Something new.");
    }

    @Test
    void aTokenThatWasTakenBackIsTriedAgainAndAWrongKeyIsNot() {
        assertThat(SourceProblem.of(new Failure.Unauthorized("Bad credentials", Duration.ZERO))
                        .lasts())
                .isFalse();
        assertThat(SourceProblem.of(new Failure.Unauthorized("A JSON web token could not be decoded", Duration.ZERO))
                        .lasts())
                .isTrue();
    }

    /** The words are GitHub's (github.md: App tokens); they say the cause whatever the clock is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Integration not found|no App has the ID in FLIGHTLOG_GITHUB_APP_ID. The operator sets it to",
                "A JSON web token could not be decoded|the private key is not one of the App in FLIGHTLOG_GITHUB_APP_ID.",
                "Integration must generate a public key|has no private key. The operator checks the ID, or generates",
                "'Issuer' claim ('iss') must be an Integer|takes the number only. The operator sets FLIGHTLOG_GITHUB_APP_ID"
            })
    void aKeyThatIsRefusedIsSaidWithTheCauseThatGitHubNames(String said, String remedy) {
        for (Duration ahead : List.of(Duration.ZERO, Duration.ofMinutes(9))) {
            SourceProblem problem = SourceProblem.of(new Failure.Unauthorized(said, ahead));

            assertThat(problem.cause()).isEqualTo(SourceStatus.Cause.APP_KEY);
            assertThat(problem.sentence(Source.SEATS))
                    .startsWith("GitHub does not accept the app's key: ")
                    .contains(remedy)
                    .endsWith("GitHub says: " + said + ".");
        }
    }

    @Test
    void aWrongClockIsSaidWithItsDifference() {
        Failure late = new Failure.Unauthorized("'Expiration time' claim ('exp') is too far", Duration.ofMinutes(-5));

        assertThat(SourceProblem.of(late).sentence(Source.USAGE))
                .contains("300 seconds behind GitHub's", "'Expiration time' claim");
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void whatGitHubDoesNotFindIsNotNone(Source source) {
        assertThat(SourceProblem.of(new Failure.NotFound()).sentence(source))
                .startsWith(
                        "GitHub answers 404, as it does for what does not exist and for what the app may not see: what"
                                + " there is is not known. An owner looks under ")
                .contains(source.permission())
                .doesNotContain("GitHub has no");
    }

    @Test
    void whatPassesIsNoProblemForAPerson() {
        assertThat(Arrays.asList(new Failure.RateLimited(Instant.EPOCH), new Failure.Unavailable(502)))
                .allSatisfy(failure ->
                        assertThat(SourceProblem.of(failure).outcome()).isEqualTo(SourceStatus.Outcome.LATER));
    }

    @ParameterizedTest
    @EnumSource(SourceStatus.Cause.class)
    void whatIsStoredComesBackWithTheSameRemedy(SourceStatus.Cause cause) {
        SourceProblem problem = Objects.requireNonNull(SourceProblem.of(cause));

        assertThat(problem.cause()).isEqualTo(cause);
        assertThat(problem.remedy(Source.POSTS)).isNotBlank();
    }
}
