package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.RecordedRequest;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import dev.flightlog.policy.Policy;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rights follow what GitHub says now, whatever events say, however old they are and however often they come. */
class RightsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final Organization acme = app.github().world().addOrganization("acme");
    private final Person ada = acme.addOwner("ada");
    private final Person cara = acme.addMember("cara-copilots");
    private final Person mia = acme.addMember("mia-member");
    private final Person dev = acme.addMember("dev-00004");
    private final Team admins = acme.addTeam("Copilot admins", "copilot-admins", null);
    private Issue issue;

    RightsTest() {
        admins.add(ada);
        acme.seat(Seat.direct(mia, Instant.parse("2026-02-03T10:00:00Z")));
        acme.seat(Seat.direct(dev, Instant.parse("2026-03-04T10:00:00Z")));
        acme.addRepository("copilot-governance")
                .history()
                .commit(
                        "main",
                        ada,
                        "Policy",
                        Map.of(Policy.FILE, "version: 1\naccess:\n  admin_teams: [copilot-admins]\n"));
        app.github().installApp(acme);
        app.runJobs();
        issue = app.github().people().openIssue(acme.governance(), "ada", "Questions", "Ask here");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void anOldBodyThatIsSentAgainGivesNoRightBack() {
        app.github().administrators().addToTeam(admins, cara);
        app.runJobs();
        JsonNode added = payload("membership");
        assertThat(says("cara-copilots", "/copilot cost")).containsExactly("eyes", "+1");
        app.github().administrators().removeFromTeam(admins, cara);
        app.runJobs();

        Comment comment = app.github().people().comment(issue, "cara-copilots", "/copilot cost");
        for (int time = 0; time < 10; time++) {
            app.github().deliver("membership", added);
        }
        app.runJobs();

        assertThat(reactions(comment)).containsExactly("eyes", "-1");
        assertThat(app.query("select person_id from team_member where person_id = " + cara.id()))
                .isEmpty();
    }

    @Test
    void anEventThatComesLateGivesNothingBeforeGitHubWasAsked() {
        app.github().administrators().addToTeam(admins, cara);
        app.runJobs();
        JsonNode added = payload("membership");
        app.github().administrators().removeFromTeam(admins, cara);
        app.runJobs();
        app.github().faults().always("GET /orgs/acme/teams/copilot-admins(/members)?(\\?|$)", Fault.status(503));

        app.github().deliver("membership", added);
        app.runJobs();

        assertThat(app.query("select person_id from team_member where person_id = " + cara.id()))
                .isEmpty();
        assertThat(says("cara-copilots", "/copilot cost")).containsExactly("eyes", "-1");
        app.github().faults().clear();
        app.pass(Duration.ofMinutes(1));
    }

    @Test
    void whatAnEventTakesIsTakenBeforeGitHubIsAsked() {
        app.github().administrators().addToTeam(admins, cara);
        app.runJobs();
        app.github().faults().always("GET /orgs/acme/teams/copilot-admins(/members)?(\\?|$)", Fault.status(503));

        app.github().administrators().removeFromTeam(admins, cara);
        app.runJobs();

        assertThat(app.query("select person_id from team_member where person_id = " + cara.id()))
                .isEmpty();
        app.github().faults().clear();
        app.pass(Duration.ofMinutes(1));
    }

    @Test
    void aRemovalThatIsSentAgainTakesNothingForLong() {
        JsonNode removed = removalOf(cara);
        app.github().administrators().addToTeam(admins, cara);
        app.runJobs();

        app.github().deliver("organization", removed);
        app.runJobs();

        assertThat(app.query("select role from person where person_id = " + cara.id()))
                .containsExactly("member");
        assertThat(app.query("select team_id from team_member where person_id = " + cara.id()))
                .containsExactly(Long.toString(admins.id()));
    }

    private JsonNode removalOf(Person person) {
        app.github().administrators().removeMember(acme, person);
        app.runJobs();
        JsonNode removed = payload("organization");
        app.github().administrators().addMember(acme, person);
        app.runJobs();
        return removed;
    }

    @Test
    void anOldBodyMakesNobodyAMember() {
        JsonNode added = additionOf("otto-outsider");

        app.github().deliver("organization", added);
        app.runJobs();

        assertThat(app.query("select role from person where login = 'otto-outsider'"))
                .containsExactly("none");
        assertThat(says("otto-outsider", "/copilot me")).containsExactly("eyes", "-1");
        assertThat(issue.commentsOf(app.github().bot())).isEmpty();
    }

    private JsonNode additionOf(String login) {
        Person person = app.github().administrators().addMember(acme, login, login);
        app.runJobs();
        JsonNode added = payload("organization");
        app.github().administrators().removeMember(acme, person);
        app.runJobs();
        return added;
    }

    @Test
    void anIdThatABodyGivesToAnOwnersLoginIsNoOwner() {
        JsonNode body = additionOf("otto-outsider").deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) body.at("/membership/user"))
                .put("id", 424_242)
                .put("login", "ada");

        app.github().deliver("organization", body);
        app.runJobs();

        assertThat(app.query("select role from person where person_id = 424242"))
                .containsExactly("none");
    }

    @Test
    void anOwnerWhoIsDemotedIsNoAdminAtOnceThoughNoEventTellsIt() {
        Person second = acme.addOwner("olga-owner");
        app.pass(Duration.ofDays(1));
        assertThat(says("olga-owner", "/copilot cost")).containsExactly("eyes", "+1");

        acme.addMember(second, Member.Role.MEMBER);

        assertThat(says("olga-owner", "/copilot cost")).containsExactly("eyes", "-1");
        assertThat(says("olga-owner", "/copilot me")).containsExactly("eyes", "+1");
    }

    @Test
    void aFinishedCommandThatIsSentAgainIsNotAnsweredAnew() {
        Comment comment = app.github().people().comment(issue, "ada", "/copilot cost");
        app.runJobs();
        JsonNode commented = payload("issue_comment");
        String answer = issue.commentsOf(app.github().bot()).getFirst().body();
        acme.removeSeat(dev);
        app.pass(Duration.ofDays(1));
        app.github().forgetRequests();

        app.github().deliver("issue_comment", commented);
        app.runJobs();

        assertThat(issue.commentsOf(app.github().bot()))
                .singleElement()
                .extracting(Comment::body)
                .isEqualTo(answer);
        assertThat(app.github().requests())
                .extracting(RecordedRequest::path)
                .allMatch(path -> path.endsWith("/issues/comments/" + comment.id() + "/reactions")
                        || path.endsWith("/access_tokens"));
    }

    @Test
    void whoIsRenamedIsNotGoneWhenALateEventHasTheOldLogin() {
        app.github().administrators().addToTeam(admins, mia);
        app.runJobs();
        JsonNode added = payload("membership");
        mia.rename("mia-new");

        app.github().deliver("membership", added);
        app.runJobs();

        assertThat(app.query("select login || ' ' || role from person where person_id = " + mia.id()))
                .containsExactly("mia-new member");
        assertThat(says("mia-new", "/copilot me")).containsExactly("eyes", "+1");
    }

    @Test
    void whoJoinedUnderAnotherLoginIsNotGoneWhenThatEventComesLate() {
        Person nora = app.github().administrators().addMember(acme, "nora-before", "Nora");
        app.runJobs();
        JsonNode joined = payload("organization");
        nora.rename("nora-new");

        app.github().deliver("organization", joined);
        app.runJobs();

        assertThat(app.query("select login || ' ' || role from person where person_id = " + nora.id()))
                .containsExactly("nora-new member");
        assertThat(says("nora-new", "/copilot me")).containsExactly("eyes", "+1");
    }

    @Test
    void whoSlipsBetweenTwoPagesIsNotGone() {
        List<Person> many = java.util.stream.IntStream.range(0, 150)
                .mapToObj(number -> acme.addMember("many-" + number))
                .toList();
        admins.add(many.getLast());
        app.pass(Duration.ofDays(1));
        Person leaver = many.getFirst();
        app.github()
                .faults()
                .next("GET /orgs/acme/members\\?role=member", 1, Fault.meanwhile(() -> acme.remove(leaver)));

        app.pass(Duration.ofDays(1));
        assertThat(app.query("select login from person where role = 'none'"))
                .as("who left after the page with the name was read is still known")
                .isEmpty();

        app.pass(Duration.ofDays(1));
        assertThat(app.query("select login from person where role = 'none'")).containsExactly(leaver.login());
        assertThat(app.query("select count(*) from person where role <> 'none'"))
                .containsExactly(Integer.toString(acme.members().size()));
    }

    @Test
    void aSeatIsFoundByThePersonAndNotByTheName() {
        app.pass(Duration.ofDays(1));
        dev.rename("dev-gone");
        mia.rename("dev-00004");

        says("dev-00004", "/copilot me");

        assertThat(issue.commentsOf(app.github().bot()).getLast().body())
                .contains("Feb 3, 2026")
                .doesNotContain("Mar 4, 2026");
    }

    @Test
    void bodiesAboutTheInstallationAreAskedForAndNotBelieved() {
        var owners = app.github().administrators();
        var installation = app.github().world().installationOf(acme).orElseThrow();
        owners.suspend(installation);
        JsonNode suspended = payload("installation");
        owners.unsuspend(installation);
        app.runJobs();
        owners.rename(acme, "acme-2");
        app.runJobs();
        JsonNode renamed = payload("organization").deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) renamed.path("organization")).put("login", "old-acme");
        JsonNode created = app.github()
                .deliveries()
                .of("installation")
                .getFirst()
                .payload()
                .deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) created.path("installation"))
                .putObject("permissions")
                .put("metadata", "read");
        List<String> permissions = app.query("select permissions from organization");
        app.github().forgetRequests();

        app.github().deliver("installation", suspended);
        app.github().deliver("organization", renamed);
        app.github().deliver("installation", created);
        app.runJobs();

        assertThat(app.query("select state || ' ' || login from organization")).containsExactly("active acme-2");
        assertThat(app.query("select permissions from organization")).isEqualTo(permissions);
        assertThat(app.github().requests())
                .extracting(RecordedRequest::path)
                .noneMatch(path -> path.contains("old-acme"));
    }

    @Test
    void aTeamThatTakesTheNameOfAnAdminTeamGivesNobodyARight() {
        app.github().administrators().addToTeam(admins, cara);
        app.runJobs();
        app.github().administrators().renameTeam(admins, "Admins", "admins-renamed");
        Team taken = app.github().administrators().createTeam(acme, "Copilot admins", null);
        app.github().administrators().addToTeam(taken, mia);
        app.runJobs();
        app.pass(Duration.ofDays(1));

        assertThat(taken.slug()).isEqualTo("copilot-admins");
        assertThat(says("mia-member", "/copilot cost")).containsExactly("eyes", "-1");
        assertThat(says("cara-copilots", "/copilot cost")).containsExactly("eyes", "+1");
    }

    @Test
    void whoIsRenamedStaysExempt() {
        clock.advance(Duration.ofMinutes(1));
        app.github()
                .people()
                .push(
                        acme.governance(),
                        "ada",
                        Policy.FILE,
                        "version: 1\nseats:\n  exempt:\n    - user: Dev-00004\n      reason: parental leave\n");
        app.runJobs();
        assertThat(reply("/copilot seats all")).contains("exempt");

        dev.rename("new-name");
        mia.rename("dev-00004");
        app.pass(Duration.ofDays(1));

        assertThat(reply("/copilot user new-name")).contains("exempt");
        assertThat(reply("/copilot user dev-00004")).doesNotContain("exempt");
    }

    @Test
    void whoIsRenamedStaysExemptWhileOnlyOneOfDirectoryAndSeatsKnowsTheNewLogin() {
        clock.advance(Duration.ofMinutes(1));
        app.github()
                .people()
                .push(
                        acme.governance(),
                        "ada",
                        Policy.FILE,
                        "version: 1\nseats:\n  exempt:\n    - user: dev-00004\n      reason: parental leave\n");
        app.runJobs();

        app.execute("update person set login = 'new-name' where person_id = " + dev.id());
        assertThat(reply("/copilot user new-name")).contains("exempt");
        app.execute("update person set login = 'dev-00004' where person_id = " + dev.id());
        app.execute("update seat set login = 'new-name' where person_id = " + dev.id());
        assertThat(reply("/copilot user dev-00004")).contains("exempt");
        app.execute("update seat set login = 'dev-00004' where person_id = " + mia.id());
        assertThat(reply("/copilot seats exempt")).contains("new-name").doesNotContain("dev-00004");
    }

    private String reply(String text) {
        says("ada", text);
        return issue.commentsOf(app.github().bot()).getLast().body();
    }

    private JsonNode payload(String event) {
        return app.github().deliveries().of(event).getLast().payload();
    }

    private List<String> says(String login, String text) {
        clock.advance(Duration.ofMinutes(1));
        Comment comment = app.github().people().comment(issue, login, text);
        app.runJobs();
        return reactions(comment);
    }

    private static List<String> reactions(Comment comment) {
        return comment.reactions().stream().map(Reaction::content).toList();
    }
}
