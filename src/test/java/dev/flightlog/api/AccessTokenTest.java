package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Person;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.session.AccessTokens;
import dev.flightlog.session.SessionEnds;
import dev.flightlog.session.SessionHash;
import dev.flightlog.session.SignedIn;
import dev.flightlog.session.TokenMade;
import dev.flightlog.support.HeardLog;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a person's access token opens: what that person may see at that moment, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTokenTest {
    private final Acme acme = new Acme();
    private final HeardLog log = new HeardLog();
    private final AccessTokens tokens = acme.application.bean(AccessTokens.class);
    private final Person owner = acme.application.github().world().person("person-1");
    private final Person lead = acme.application.github().world().person("person-2");
    private final Person other = acme.application.github().world().person("person-9");

    @BeforeEach
    void noTokens() {
        acme.application.execute("delete from access_token");
        acme.application.github().faults().clear();
    }

    @AfterAll
    void stop() {
        log.close();
        acme.close();
    }

    @Test
    void anAdminReadsEverything() {
        String token = make(owner);

        assertThat(acme.paths())
                .filteredOn(path -> !path.contains("/reports/") && !path.contains("/summaries/"))
                .isNotEmpty()
                .allSatisfy(path ->
                        assertThat(acme.get(path, token).statusCode()).as(path).isEqualTo(200));
    }

    @Test
    void anAdminReadsWhatAWorkflowReads() {
        String token = make(owner);

        for (String path : List.of("/api/orgs/acme/seats", "/api/orgs/acme/teams", "/api/orgs/acme/usage")) {
            assertThat(acme.get(path, token).body()).isEqualTo(acme.get(path).body());
        }
    }

    @Test
    void aMemberReadsTheOrganizationTheirTeamsAndThemselves() {
        String token = make(lead);

        assertThat(status("/usage", token)).isEqualTo(200);
        assertThat(status("/teams/payments/history", token)).isEqualTo(200);
        assertThat(status("/teams/payments/breakdowns", token)).isEqualTo(200);
        assertThat(status("/repositories", token)).isEqualTo(200);
        assertThat(status("/usage/months", token)).isEqualTo(200);
        assertThat(status("/seat-changes", token)).isEqualTo(200);
        assertThat(acme.get("/api/portfolio", token).statusCode()).isEqualTo(403);
        assertThat(status("/users/person-2/usage", token)).isEqualTo(200);
        assertThat(status("/users/PERSON-2/usage", token)).isEqualTo(200);
        assertThat(status("/seats/person-2", token)).isEqualTo(200);
        assertThat(status("/summaries/2026-W46", token)).isEqualTo(status("/summaries/2026-W46", make(owner)));
        for (String path : List.of("/seats", "/seats.csv", "/overview", "/reports", "/reports/users-28-day/latest")) {
            assertThat(status(path, token)).as(path).isEqualTo(403);
        }
    }

    @Test
    void aMembersListHasOnlyTheirOwnTeams() throws IOException {
        JsonNode leads = json("/teams", make(lead));
        assertThat(leads.at("/teams/0/slug").asText()).isEqualTo("payments");
        assertThat(leads.path("total_teams").asInt()).isOne();
        assertThat(leads.path("hidden_teams").asInt(-1)).isZero();

        JsonNode others = json("/teams", make(other));
        assertThat(others.path("total_teams").asInt(-1)).isZero();
        assertThat(others.path("hidden_teams").asInt(-1)).isZero();
    }

    @Test
    void aMemberCannotTellWhoAndWhatElseIsThere() {
        String token = make(other);

        assertSame(token, "/teams/%s/history", "payments", "absences");
        assertSame(token, "/teams/%s/history", "tiny", "none");
        assertSame(token, "/teams/%s/breakdowns", "payments", "absences");
        assertSame(token, "/teams/%s/breakdowns", "tiny", "none");
        assertSame(token, "/users/%s/usage", "person-1", "nobody-1");
        assertSame(token, "/seats/%s", "person-1", "nobody-1");
        assertThat(acme.get("/api/orgs/acme2/teams", token).body().replace("acme2", "ACME"))
                .isEqualTo(acme.get("/api/orgs/umbrella/teams", token).body().replace("umbrella", "ACME"));
    }

    @Test
    void aTokenOpensOnlyItsOwnOrganizationKnownOrNot() {
        acme.application.github().installApp(umbrella());
        acme.application.runJobs();
        String token = make(owner);

        HttpResponse<String> known = acme.get("/api/orgs/umbrella/teams", token);
        HttpResponse<String> unknown = acme.get("/api/orgs/umbrello/teams", token);

        assertThat(known.statusCode()).isEqualTo(403);
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.body()).isEqualTo(known.body().replace("umbrella", "umbrello"));
    }

    @Test
    void rightsAreThoseOfTheMoment() {
        Person goer = acme.application.github().world().person("person-10");
        String token = make(goer);
        assertThat(status("/seats", token)).isEqualTo(403);

        acme.organization.addMember(goer, dev.flightlog.fake.model.Member.Role.ADMIN);
        acme.clock.advance(Duration.ofHours(2));
        assertThat(status("/seats", token)).isEqualTo(200);

        acme.application.github().administrators().removeMember(acme.organization, goer);
        acme.application.runJobs();
        assertThat(status("/usage", token)).isEqualTo(401);
        assertThat(acme.application.query("select revoked_for from access_token"))
                .containsExactly("left");
    }

    @Test
    void whoLeftUnheardIsRefusedToo() {
        Person goer = acme.application.github().world().person("person-11");
        String token = make(goer);

        acme.organization.remove(goer);
        acme.clock.advance(Duration.ofHours(2));

        assertThat(status("/usage", token)).isEqualTo(403);
    }

    @Test
    void whereGitHubMustBeAskedAndIsAwayNobodyIsLetIn() {
        String token = make(lead);
        acme.clock.advance(Duration.ofHours(2));
        acme.application.github().faults().always("memberships", Fault.status(503));

        assertThat(status("/usage", token)).isEqualTo(503);
    }

    @Test
    void aRevokedEndedOrMistypedTokenOpensNothing() {
        String token = make(lead);
        String live = make(lead);
        String hash = tokens.of(lead.id()).stream()
                .filter(each -> each.createdAt().isBefore(acme.clock.instant()))
                .findFirst()
                .orElseThrow()
                .hash();

        assertThat(tokens.revoke(owner.id(), hash)).as("somebody else's").isFalse();
        assertThat(status("/usage", token)).isEqualTo(200);
        assertThat(tokens.revoke(lead.id(), hash)).isTrue();
        assertThat(status("/usage", token)).isEqualTo(401);
        assertThat(status("/usage", live)).isEqualTo(200);
        assertThat(status("/usage", live.substring(0, 45) + "!")).isEqualTo(401);
        assertThat(status("/usage", "flp_")).isEqualTo(401);
        acme.clock.advance(Duration.ofDays(30));
        assertThat(status("/usage", live)).isEqualTo(401);
    }

    @Test
    void onlyTheHashIsKeptAndUseIsNoted() {
        String token = make(lead);
        acme.clock.advance(Duration.ofMinutes(5));
        status("/usage", token);

        assertThat(acme.application.query("select t::text from access_token t"))
                .singleElement()
                .asString()
                .contains("notebook", "person-2")
                .doesNotContain(token, token.substring(4, 40));
        assertThat(log.text()).doesNotContain(token.substring(4, 40));
        assertThat(tokens.of(lead.id()).getFirst().lastUsedAt()).isEqualTo(acme.clock.instant());
    }

    @Test
    void tenLiveTokensAreEnough() {
        for (int number = 0; number < AccessTokens.MAX_TOKENS; number++) {
            make(lead);
        }
        assertThat(tokens.make(signedIn(lead), acme.organization.id(), "one more", 30))
                .isInstanceOf(TokenMade.TooMany.class);
        assertThat(tokens.make(signedIn(owner), acme.organization.id(), "another person's", 30))
                .isInstanceOf(TokenMade.Made.class);
        tokens.revoke(lead.id(), tokens.of(lead.id()).getFirst().hash());
        assertThat(tokens.make(signedIn(lead), acme.organization.id(), "one more", 30))
                .isInstanceOf(TokenMade.Made.class);
    }

    @Test
    void nameAndDaysAreChecked() {
        long org = acme.organization.id();
        assertThat(tokens.make(signedIn(lead), org, "  ", 30)).isInstanceOf(TokenMade.BadName.class);
        assertThat(tokens.make(signedIn(lead), org, "x".repeat(61), 30)).isInstanceOf(TokenMade.BadName.class);
        assertThat(tokens.make(signedIn(lead), org, "a\nb", 30)).isInstanceOf(TokenMade.BadName.class);
        assertThat(tokens.make(signedIn(lead), org, "a", 0)).isInstanceOf(TokenMade.BadDays.class);
        assertThat(tokens.make(signedIn(lead), org, "a", 91)).isInstanceOf(TokenMade.BadDays.class);
        assertThat(tokens.make(signedIn(lead), org, "a", 90)).isInstanceOf(TokenMade.Made.class);
    }

    @Test
    void tokensThatEndedAreKeptForTheAuditAndThenForgotten() {
        make(lead);
        SessionEnds ends = acme.application.bean(SessionEnds.class);
        var organization = Objects.requireNonNull(
                acme.application.bean(OrganizationStore.class).byId(acme.organization.id()));

        acme.clock.advance(Duration.ofDays(31));
        ends.forgetTokens(organization, Duration.ofDays(400));
        assertThat(tokens.of(lead.id())).hasSize(1);
        acme.clock.advance(Duration.ofDays(400));
        ends.forgetTokens(organization, Duration.ofDays(400));
        assertThat(tokens.of(lead.id())).isEmpty();
    }

    private dev.flightlog.fake.model.Organization umbrella() {
        var umbrella = acme.application.github().world().addOrganization("umbrella");
        umbrella.addRepository("copilot-governance");
        umbrella.addOwner("eve");
        return umbrella;
    }

    private String make(Person person) {
        acme.clock.advance(Duration.ofSeconds(1));
        TokenMade made = tokens.make(signedIn(person), acme.organization.id(), "notebook", 30);
        return ((TokenMade.Made) made).text();
    }

    private SignedIn signedIn(Person person) {
        return new SignedIn(
                person.id(),
                person.login(),
                new SessionHash("0".repeat(64)),
                "",
                acme.clock.instant(),
                acme.clock.instant().plusSeconds(1));
    }

    private void assertSame(String token, String path, String there, String notThere) {
        HttpResponse<String> one = acme.get("/api/orgs/acme" + path.formatted(there), token);
        HttpResponse<String> none = acme.get("/api/orgs/acme" + path.formatted(notThere), token);

        assertThat(one.statusCode()).as(one.body()).isEqualTo(404);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).isEqualTo(one.body().replace(there, notThere));
        assertThat(none.headers().map().keySet()).isEqualTo(one.headers().map().keySet());
    }

    private int status(String path, String token) {
        return acme.get("/api/orgs/acme" + path, token).statusCode();
    }

    private JsonNode json(String path, String token) throws IOException {
        return new ObjectMapper()
                .readTree(acme.get("/api/orgs/acme" + path, token).body());
    }
}
