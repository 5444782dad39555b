package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.scenario.Conversation.Exchange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slash commands as conversations: a comment, what follows, and what then stands on GitHub. */
class CommandTest {
    private static Conversation conversation;

    @BeforeAll
    static void install() {
        conversation = new Conversation();
    }

    @AfterAll
    static void close() {
        conversation.close();
    }

    @BeforeEach
    void startAnew() {
        conversation.startAnew();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/copilot | You can use 21 commands.",
                "/copilot help seats | limit=50",
                "/copilot help numbers | What the numbers mean.",
                "/copilot summary 2026-W46 | Summary of 2026-W46 (Nov 9 – 15).",
                "/copilot team platform | Platform:",
                "/copilot team @acme/platform since=30d | Platform:",
                "/copilot teams sort=credits | teams in 2026-W46",
                "/copilot me | You have a Copilot seat.",
                "/copilot seats idle limit=5 | are idle.**",
                "/copilot cost | November 2026",
                "/copilot csv | report_time,login,last_authenticated_at,last_activity_at,last_surface_used",
                "/copilot csv teams | team,week,days",
                "/copilot csv usage since=2026-11-01 | day,active_people",
                "/copilot policy | privacy.min_team_size",
                "/copilot audit | Kept for 400 days",
                "/copilot status | usage",
            })
    void anAdminIsAnswered(String command, String expected) {
        Exchange exchange = conversation.says(conversation.acme.admin(), command);

        assertThat(exchange.reactions()).containsExactly("eyes", "+1");
        assertThat(exchange.reply())
                .startsWith("<!-- flightlog:reply " + exchange.comment().id() + " -->\n**")
                .contains(expected, "asked by `" + conversation.acme.admin().login() + "` · data to Nov 1");
    }

    @Test
    void anAdminAsksAboutAnotherPerson() {
        Exchange exchange = conversation.says(
                conversation.acme.admin(),
                "/copilot user @" + conversation.acme.developer().login());

        assertThat(exchange.reply())
                .contains("`" + conversation.acme.developer().login() + "` has a Copilot seat.");
        assertThat(conversation
                        .says(conversation.acme.admin(), "/copilot user nobody-at-all")
                        .reactions())
                .containsExactly("eyes", "-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/copilot",
                "/copilot me",
                "/copilot team platform",
                "/copilot team",
                "/copilot policy",
                "/copilot summary"
            })
    void aDeveloperIsAnsweredAboutThemselvesAndTheirTeam(String command) {
        Exchange exchange = conversation.says(conversation.acme.developer(), command);

        assertThat(exchange.reactions()).containsExactly("eyes", "+1");
        assertThat(exchange.replies()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/copilot teams",
                "/copilot user ada",
                "/copilot seats",
                "/copilot cost",
                "/copilot csv",
                "/copilot refresh",
                "/copilot audit",
                "/copilot status"
            })
    void aTeamLeadIsToldWhoMay(String command) {
        Exchange exchange = conversation.says(conversation.acme.lead(), command);

        assertThat(exchange.reactions()).containsExactly("eyes", "-1");
        assertThat(exchange.reply()).contains("is for admins.", "Admins are the organization's owners");
    }

    @Test
    void nobodyLearnsWhetherAnotherTeamExists() {
        Person developer = conversation.acme.developer();
        String other = conversation.app.query("""
            select slug from team where not exists (
                select 1 from team_member join person using (org_id, person_id)
                where team_member.team_id = team.team_id and login = '%s')
            order by slug limit 1\
            """.formatted(developer.login())).getFirst();

        // What is asked of GitHub once for all commands is asked before.
        conversation.says(developer, "/copilot team");
        conversation.startAnew();
        Exchange real = conversation.says(developer, "/copilot team " + other);
        List<String> requests = conversation.requests();
        conversation.startAnew();
        Exchange invented = conversation.says(developer, "/copilot team no-such-team");

        assertThat(real.reactions()).containsExactly("eyes", "-1").isEqualTo(invented.reactions());
        assertThat(withoutMarker(real)).isEqualTo(withoutMarker(invented));
        assertThat(conversation.requests()).isEqualTo(requests);
        assertThat(conversation.says(developer, "/copilot team @other/platform").reactions())
                .containsExactly("eyes", "-1");
    }

    @Test
    void anOutsiderGetsAThumbDownAndNoWords() {
        // The directory is too old to believe all the time, whatever was read before.
        conversation.app.pass(Duration.ofMinutes(61));
        conversation.startAnew();
        Person outsider = conversation.acme.outsider();
        conversation.says(outsider, "/copilot team platform");
        List<String> requests = conversation.requests();
        for (String command : List.of("team no-such-team", "user ada", "me", "help", "nonsense", "")) {
            conversation.startAnew();
            Exchange exchange = conversation.says(outsider, "/copilot " + command);

            assertThat(exchange.reactions()).containsExactly("eyes", "-1");
            assertThat(exchange.replies()).isEmpty();
            assertThat(conversation.requests()).isEqualTo(requests);
        }
    }

    @Test
    void aSmallTeamIsHiddenFromEverybody() {
        Exchange exchange = conversation.says(conversation.acme.admin(), "/copilot team on-call");

        assertThat(exchange.reactions()).containsExactly("eyes", "-1");
        assertThat(exchange.reply()).contains("This team's numbers are hidden.").doesNotContain("|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> /copilot me",
                "```\n/copilot me\n```",
                "`/copilot me`",
                "    /copilot me",
                "Thanks!\n/copilot me",
                "/copilots"
            })
    void quotesCodeAndOtherLinesAreIgnored(String text) {
        Exchange exchange = conversation.says(conversation.acme.admin(), text);

        assertThat(exchange.reactions()).isEmpty();
        assertThat(exchange.replies()).isEmpty();
    }

    @Test
    void editsDeletionsBotsAndOtherRepositoriesAreIgnored() {
        Exchange exchange = conversation.says(conversation.acme.admin(), "hello");
        conversation
                .app
                .github()
                .people()
                .editComment(exchange.comment(), conversation.acme.admin().login(), "/copilot me");
        conversation.app.runJobs();
        conversation
                .app
                .github()
                .people()
                .deleteComment(exchange.comment(), conversation.acme.admin().login());
        conversation.app.runJobs();
        Exchange bot = conversation.says(conversation.app.github().bot(), "/copilot me");

        assertThat(exchange.reactions()).isEmpty();
        assertThat(bot.reactions()).isEmpty();
        assertThat(conversation.replies()).hasSize(1).first().isEqualTo(bot.comment());
    }

    @Test
    void aNearMissGetsTheNearestCommand() {
        Exchange exchange = conversation.says(conversation.acme.developer(), "/copilot sumary");

        assertThat(exchange.reactions()).containsExactly("eyes", "confused");
        assertThat(exchange.reply()).contains("There is no command `sumary`.", "Did you mean `/copilot summary`?");
    }

    @Test
    void aDiscussionIsAnsweredInTheThread() {
        var github = conversation.app.github();
        Discussion discussion = discussionOfTheAdmin();
        DiscussionComment top = github.people()
                .commentInDiscussion(discussion, conversation.acme.developer().login(), "/copilot me");
        conversation.app.runJobs();
        DiscussionComment below = github.people()
                .replyInDiscussion(
                        discussion, top, conversation.acme.developer().login(), "/copilot nonsense");
        conversation.app.runJobs();

        assertThat(top.reactions()).extracting(Reaction::content).containsExactly("eyes", "+1");
        assertThat(below.reactions()).extracting(Reaction::content).containsExactly("eyes", "confused");
        assertThat(discussion.comments()).containsExactly(top);
        assertThat(discussion.repliesTo(top))
                .filteredOn(reply -> reply.author().equals(github.bot()))
                .hasSize(2)
                .first()
                .satisfies(reply -> assertThat(reply.body())
                        .startsWith("<!-- flightlog:reply discussioncomment-" + top.id() + " -->"));
    }

    @Test
    void theSameCommentDeliveredAgainGetsNoSecondReply() {
        Exchange exchange = conversation.says(conversation.acme.admin(), "/copilot policy");
        var payload = conversation
                .app
                .github()
                .deliveries()
                .of("issue_comment")
                .getLast()
                .payload();
        conversation.app.github().deliver("issue_comment", payload);
        conversation.app.runJobs();

        assertThat(conversation.replies()).hasSize(1);
        assertThat(exchange.reactions()).containsExactly("eyes", "+1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /repos/.*/issues/\\d+/comments$", "POST /repos/.*/reactions$"})
    void whateverAnswerOfGitHubIsLostThereIsOneReply(String request) {
        conversation.app.github().faults().next(request, 1, Fault.lostAnswer());
        Exchange exchange = conversation.says(conversation.acme.developer(), "/copilot me");
        conversation.app.pass(Duration.ofMinutes(1));

        assertThat(conversation.replies()).hasSize(1);
        assertThat(exchange.reactions()).containsExactly("eyes", "+1");
    }

    @Test
    void aRateLimitMeansLater() {
        conversation
                .app
                .github()
                .faults()
                .next("POST /repos/.*/comments$", 1, Fault.secondaryLimit(403, Duration.ofSeconds(30)));
        Exchange exchange = conversation.says(conversation.acme.developer(), "/copilot me");
        assertThat(exchange.reactions()).containsExactly("eyes");

        conversation.app.pass(Duration.ofSeconds(31));

        assertThat(conversation.replies()).hasSize(1);
        assertThat(exchange.reactions()).containsExactly("eyes", "+1");
    }

    @Test
    void nothingIsInventedForAMonthBeforeTheFirstReport() {
        Exchange exchange = conversation.says(conversation.acme.admin(), "/copilot cost 2020-02");

        assertThat(exchange.reactions()).containsExactly("eyes", "-1");
        assertThat(exchange.reply()).contains("**Nothing is known of February 2020.**");
    }

    @ParameterizedTest
    @CsvSource({
        "0001-W01, confused, `0001-W01` is not an ISO week",
        "2000-W01, -1, There are no data of 2000-W01.",
        "0002-01-01, -1, There are no data of 0002-W01.",
        "9999-W52, -1, There are no data of 9999-W52."
    })
    void aWeekFarAwayIsNoError(String week, String reaction, String answer) {
        Exchange exchange = conversation.says(conversation.acme.admin(), "/copilot summary " + week);

        assertThat(exchange.reactions()).containsExactly("eyes", reaction);
        assertThat(exchange.reply()).contains(answer);
    }

    @Test
    void anErrorOfOursIsToldByAnIdOnly() {
        conversation.app.execute("alter table usage_day rename to usage_day_away");
        Exchange exchange = conversation.says(conversation.acme.admin(), "/copilot cost");
        conversation.app.execute("alter table usage_day_away rename to usage_day");

        assertThat(exchange.reactions()).containsExactly("eyes", "-1");
        String id = conversation
                .app
                .query("select error_id from command_log where outcome = 'failed'")
                .getLast();
        assertThat(exchange.reply()).contains("under the id `" + id + "`").doesNotContain("Exception", "usage_day");
    }

    @Test
    void aCommandThatWasDeletedMeanwhileEndsWithoutAWord() {
        for (Person person : List.of(conversation.acme.outsider(), conversation.acme.admin())) {
            Comment comment =
                    conversation.app.github().people().comment(conversation.issue, person.login(), "/copilot help");
            conversation.app.github().people().deleteComment(comment, person.login());
            conversation.app.runJobs();
        }

        assertThat(conversation.replies()).isEmpty();
        assertThat(conversation.app.query("select job from dead_job")).isEmpty();
        assertThat(conversation.app.query("select outcome from command_log order by asked_at desc limit 2"))
                .containsExactly("unheard", "unheard");
    }

    @Test
    void aCommandThatIsDeletedWhileItIsAnsweredEndsWithoutAWord() {
        var github = conversation.app.github();
        String asker = conversation.acme.admin().login();
        Discussion discussion = github.people()
                .startDiscussion(conversation.acme.organization().governance(), asker, "general", "Copilot", "Ask");
        DiscussionComment comment = github.people().commentInDiscussion(discussion, asker, "/copilot help");
        github.faults().next("POST /graphql", 1, Fault.meanwhile(() -> discussion.delete(comment)));
        conversation.app.runJobs();

        assertThat(comment.reactions()).extracting(Reaction::content).containsExactly("eyes");
        assertThat(discussion.everything()).isEmpty();
        assertThat(conversation.app.query("select job from dead_job")).isEmpty();
        assertThat(conversation.app.query("select outcome from command_log order by asked_at desc limit 1"))
                .containsExactly("unheard");
    }

    @Test
    void whatIsGivenUpIsToldToMembersOnly() {
        conversation.app.github().faults().next("POST /repos/.*/reactions$", 1, Fault.status(422));
        Exchange outsider = conversation.says(conversation.acme.outsider(), "/copilot help");
        conversation.app.github().faults().next("POST /repos/.*/issues/\\d+/comments$", 1, Fault.status(422));
        Exchange member = conversation.says(conversation.acme.developer(), "/copilot help");
        conversation.app.execute("delete from dead_job");

        assertThat(outsider.reactions()).containsExactly("-1");
        assertThat(outsider.replies()).isEmpty();
        assertThat(member.reactions()).containsExactly("eyes", "-1");
        assertThat(member.replies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 422})
    void whereNoCommentCanBeMadeTheThumbSaysSo(int status) {
        conversation.app.github().faults().next("POST /repos/.*/issues/\\d+/comments$", 1, Fault.status(status));
        Exchange exchange = conversation.says(conversation.acme.developer(), "/copilot help");

        assertThat(exchange.reactions()).containsExactly("eyes", "-1");
        assertThat(exchange.replies()).isEmpty();
        assertThat(conversation.app.query("select outcome from command_log where comment_key = '"
                        + exchange.comment().id() + "'"))
                .containsExactly("failed");
        assertThat(conversation.app.query("select job from dead_job")).isEmpty();
        assertThat(conversation.requests())
                .filteredOn(request -> request.startsWith("POST") && request.endsWith("/issues/#/comments"))
                .hasSize(1);
    }

    @Test
    void inALockedDiscussionTheThumbSaysSo() {
        var github = conversation.app.github();
        Discussion discussion = discussionOfTheAdmin();
        DiscussionComment asked = github.people()
                .commentInDiscussion(discussion, conversation.acme.developer().login(), "/copilot help");
        discussion.lock();
        conversation.app.runJobs();

        assertThat(asked.reactions()).extracting(Reaction::content).containsExactly("eyes", "-1");
        assertThat(discussion.repliesTo(asked)).isEmpty();
        assertThat(conversation.app.query("select outcome from command_log order by asked_at desc limit 1"))
                .containsExactly("failed");
        assertThat(conversation.app.query("select job from dead_job")).isEmpty();
    }

    @Test
    void aCommandMayOpenAnIssue() {
        var github = conversation.app.github();
        var governance = conversation.acme.organization().governance();
        Issue issue = github.people()
                .openIssue(governance, conversation.acme.admin().login(), "Hello", "/copilot status\n\nplease");
        conversation.app.runJobs();
        github.deliver("issues", github.deliveries().of("issues").getLast().payload());
        conversation.app.runJobs();

        assertThat(issue.reactions()).extracting(Reaction::content).containsExactly("eyes", "+1");
        assertThat(issue.commentsOf(github.bot()))
                .hasSize(1)
                .first()
                .satisfies(reply -> assertThat(reply.body())
                        .startsWith("<!-- flightlog:reply issue-")
                        .contains("asked by"));
    }

    @Test
    void aCommandMayStartADiscussion() {
        var github = conversation.app.github();
        Discussion discussion = github.people()
                .startDiscussion(
                        conversation.acme.organization().governance(),
                        conversation.acme.developer().login(),
                        "general",
                        "Hello",
                        "/copilot me");
        conversation.app.runJobs();

        assertThat(discussion.reactions()).extracting(Reaction::content).containsExactly("eyes", "+1");
        assertThat(discussion.comments())
                .hasSize(1)
                .first()
                .satisfies(reply -> assertThat(reply.body()).startsWith("<!-- flightlog:reply discussion-"));
    }

    @Test
    void theTwentyFirstCommandInTenMinutesIsToldOnce() {
        Person developer = conversation.acme.developer();
        for (int i = 0; i < 20; i++) {
            assertThat(conversation.says(developer, "/copilot policy").reactions())
                    .containsExactly("eyes", "+1");
        }
        Exchange told = conversation.says(developer, "/copilot policy");
        Exchange ignored = conversation.says(developer, "/copilot policy");

        assertThat(told.reactions()).containsExactly("-1");
        assertThat(told.reply())
                .containsPattern(
                        "That was more than 20 commands in 10 minutes; from \\d\\d:\\d\\d UTC on you are answered");
        assertThat(ignored.reactions()).containsExactly("-1");
        assertThat(ignored.replies()).isEmpty();
        assertThat(conversation
                        .says(conversation.acme.lead(), "/copilot policy")
                        .reactions())
                .containsExactly("eyes", "+1");
    }

    @Test
    void aRefreshTellsHowFarItIsInTheOneReply() {
        Exchange exchange = conversation.says(conversation.acme.admin(), "/copilot refresh");
        assertThat(exchange.reactions()).containsExactly("eyes");
        Comment reply = exchange.replies().getFirst();
        assertThat(reply.body()).contains("**Queued.**");

        conversation.app.pass(Duration.ofSeconds(3));

        assertThat(conversation.replies()).hasSize(1);
        assertThat(reply.body()).containsPattern("\\*\\*Done in \\d+ s\\.\\*\\*");
        assertThat(exchange.reactions()).containsExactly("eyes", "+1");
        assertThat(conversation.app.query("select outcome from command_log where comment_key = '"
                        + exchange.comment().id() + "'"))
                .containsExactly("answered");
    }

    @Test
    void aRefreshReadsUsageNowHoweverShortlyItWasReadBefore() {
        conversation.says(conversation.acme.admin(), "/copilot refresh");
        conversation.app.pass(Duration.ofSeconds(3));
        assertThat(conversation.requests())
                .filteredOn(request -> request.endsWith("/users-#-day"))
                .hasSize(5);
    }

    @Test
    void inAPublicRepositoryNobodyIsNamed() {
        var governance = conversation.acme.organization().governance();
        conversation.app.github().administrators().publicize(governance);
        conversation.app.runJobs();
        try {
            for (String command : List.of("me", "seats", "audit", "policy", "status", "teams", "user ada", "csv")) {
                String reply = conversation
                        .says(conversation.acme.admin(), "/copilot " + command)
                        .reply();
                for (String login : conversation.app.query("select login from person")) {
                    assertThat(reply).as(command).doesNotContain("`" + login + "`");
                }
                assertThat(reply).contains("asked by an admin");
            }
        } finally {
            governance.setPrivate(true);
            conversation.app.github().administrators().rename(governance, governance.name());
            conversation.app.runJobs();
        }
    }

    private static String withoutMarker(Exchange exchange) {
        return exchange.reply().substring(exchange.reply().indexOf('\n'));
    }

    private Discussion discussionOfTheAdmin() {
        return conversation
                .app
                .github()
                .people()
                .startDiscussion(
                        conversation.acme.organization().governance(),
                        conversation.acme.admin().login(),
                        "general",
                        "Copilot",
                        "Ask");
    }
}
