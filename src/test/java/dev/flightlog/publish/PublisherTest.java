package dev.flightlog.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.database.Database;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.RepositoryName;
import dev.flightlog.github.discussion.DiscussionCategory;
import dev.flightlog.github.issue.CloseReason;
import dev.flightlog.github.issue.IssueLabel;
import dev.flightlog.markdown.Marker;
import dev.flightlog.support.Postgres;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final Postgres.Database POSTGRES = Postgres.fresh();
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PostRepository HOME =
            new PostRepository(70001, Access.installation(7), 11, new RepositoryName("acme", "copilot-governance"));
    private static final Marker WEEK = new Marker("summary", "2026-W46");
    private static final Marker REPLY = new Marker("reply", "55");
    private static final PostTarget ISSUE =
            new PostTarget.Issue("Copilot weekly", List.of(new IssueLabel("copilot-usage", "0969da", "")), List.of());
    private static final PostTarget COMMENT = new PostTarget.IssueComment(1, NOON);
    private static final PostTarget DISCUSSION = new PostTarget.Discussion("Copilot usage", "general");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Board board = new Board();
    private ApplicationContext context;
    private Publisher publisher;
    private PublicationStore publications;

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(POSTGRES.url(), POSTGRES.username(), POSTGRES.password())
                .placeholderReplacement(false)
                .load()
                .migrate();
    }

    @BeforeEach
    void start() {
        InstantSource clock = now::get;
        context = ApplicationContext.builder()
                .properties(Map.of(
                        "datasources.default.url", POSTGRES.url(),
                        "datasources.default.username", POSTGRES.username(),
                        "datasources.default.password", POSTGRES.password(),
                        "flightlog.github.app-id", "1",
                        "flightlog.github.private-key", FakeApp.generate().privateKeyPem(),
                        "flightlog.github.api-url", board.url()))
                .eagerInitSingletons(false)
                .beanDefinitions(RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                        .singleton(true)
                        .replaces(InstantSource.class)
                        .build())
                .start();
        context.getBean(Database.class).update("truncate publication");
        publisher = context.getBean(Publisher.class);
        publications = context.getBean(PublicationStore.class);
    }

    @AfterEach
    void stop() {
        context.close();
        board.close();
    }

    @Test
    void theSameAgainSendsNothingAndNewsEditsInPlace() {
        assertThat(publish(WEEK, ISSUE, "one")).isInstanceOf(Outcome.Created.class);
        assertThat(board.writes()).containsExactly("created issue 1");

        assertThat(publish(WEEK, ISSUE, "one")).isInstanceOf(Outcome.Unchanged.class);
        assertThat(board.writes()).isEmpty();

        Outcome edited = publish(WEEK, ISSUE, "two");
        assertThat(board.writes()).containsExactly("edited issue 1");
        assertThat(board.entry(1).body).isEqualTo("<!-- flightlog:summary 2026-W46 -->\ntwo");
        assertThat(edited.standing().map(Publication::url)).contains("https://github.com/acme/1");
    }

    @Test
    void anAnswerThatGetsLostDoublesNothing() {
        for (PostTarget place : List.of(ISSUE, COMMENT, DISCUSSION, new PostTarget.DiscussionComment("3", null))) {
            Marker marker = new Marker("lost", place.getClass().getSimpleName());
            board.loseNextAnswer();
            assertThatThrownBy(() -> publish(marker, place, "once")).isInstanceOf(GitHubException.class);
            assertThat(publications.find(HOME.organization(), marker)).isNull();

            assertThat(publish(marker, place, "once")).isInstanceOf(Outcome.Unchanged.class);
        }
        assertThat(board.texts()).containsExactly("once", "once", "once", "once");
    }

    @Test
    void whatWasFoundAgainWithOldTextIsEdited() {
        board.loseNextAnswer();
        assertThatThrownBy(() -> publish(REPLY, COMMENT, "working")).isInstanceOf(GitHubException.class);

        assertThat(publish(REPLY, COMMENT, "done")).isInstanceOf(Outcome.Edited.class);
        assertThat(board.texts()).containsExactly("done");
    }

    @Test
    void aPersonsMarkerIsNotOurs() {
        board.write("comment", 1, "", "<!-- flightlog:reply 55 -->\nforged", "User");

        assertThat(publish(REPLY, COMMENT, "real")).isInstanceOf(Outcome.Created.class);
        assertThat(board.texts()).containsExactly("forged", "real");
    }

    @Test
    void aDeletedPostStaysAwayUntilAskedFor() {
        publish(WEEK, ISSUE, "one");
        board.delete(1);
        board.writes();

        assertThat(publish(WEEK, ISSUE, "two")).isInstanceOf(Outcome.Gone.class);
        assertThat(publish(WEEK, ISSUE, "three")).isInstanceOf(Outcome.Gone.class);
        assertThat(board.writes()).isEmpty();

        Post again = Post.of(WEEK, ISSUE, "three").evenIfDeleted();
        assertThat(publisher.publish(HOME, again)).isInstanceOf(Outcome.Created.class);
        assertThat(board.texts()).containsExactly("three");
    }

    @Test
    void whatIsWantedEvenIfDeletedIsMadeAnewAtOnce() {
        PublicationCheck check = context.getBean(PublicationCheck.class);
        Post one = Post.of(WEEK, DISCUSSION, "one").evenIfDeleted();
        publisher.publish(HOME, one);
        assertThat(check.isDeleted(HOME, WEEK)).isFalse();
        board.delete(1);

        Post two = Post.of(WEEK, DISCUSSION, "two").evenIfDeleted();
        assertThat(publisher.publish(HOME, two)).isInstanceOf(Outcome.Created.class);
        assertThat(board.texts()).containsExactly("two");

        board.delete(1);
        assertThat(publisher.publish(HOME, two)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(check.isDeleted(HOME, WEEK)).isTrue();
        assertThat(publisher.publish(HOME, two)).isInstanceOf(Outcome.Created.class);
        assertThat(board.texts()).containsExactly("two");
    }

    @Test
    void anotherRepositoryOfTheSameNameHasNoneOfThePosts() {
        publish(WEEK, DISCUSSION, "one");
        board.delete(1);
        PostRepository anew =
                new PostRepository(HOME.organization(), HOME.access(), HOME.repositoryId() + 1, HOME.repository());

        assertThat(publisher.publish(anew, Post.of(WEEK, DISCUSSION, "one"))).isInstanceOf(Outcome.Created.class);
        assertThat(publisher.publish(anew, Post.of(WEEK, DISCUSSION, "one"))).isInstanceOf(Outcome.Unchanged.class);
        assertThat(board.texts()).containsExactly("one");
    }

    @Test
    void aHiddenRepositoryIsNoDeletedPost() {
        publish(WEEK, ISSUE, "one");
        board.hide();

        assertThatThrownBy(() -> publish(WEEK, ISSUE, "two"))
                .isInstanceOfSatisfying(
                        GitHubException.class,
                        hidden -> assertThat(hidden.failure()).isEqualTo(new Failure.NotFound()));
        PublicationCheck check = context.getBean(PublicationCheck.class);
        assertThatThrownBy(() -> check.isDeleted(HOME, WEEK)).isInstanceOf(GitHubException.class);
        assertThat(Optional.ofNullable(publications.find(HOME.organization(), WEEK)))
                .map(Publication::state)
                .contains(Publication.State.THERE);
    }

    @Test
    void whatPeopleDidIsNoticedAndNotFought() {
        publish(WEEK, ISSUE, "one");
        publish(REPLY, COMMENT, "answer");
        Marker alert = new Marker("alert", "stale");
        publish(alert, ISSUE, "stale");
        board.delete(2);
        board.entry(1).body += "\n(we disagree)";
        board.entry(3).state = "closed";
        board.writes();
        PublicationCheck check = context.getBean(PublicationCheck.class);

        PublicationCheck.Findings findings = check.verify(HOME);
        assertThat(findings.deleted()).extracting(Publication::marker).containsExactly(REPLY);
        assertThat(findings.editedByHand()).extracting(Publication::marker).containsExactly(WEEK);
        assertThat(publications.open(HOME.organization(), "alert")).isEmpty();

        PublicationCheck.Findings second = check.verify(HOME);
        assertThat(second.deleted()).isEmpty();
        assertThat(second.editedByHand()).isEmpty();
        assertThat(publish(WEEK, ISSUE, "one")).isInstanceOf(Outcome.Unchanged.class);
        assertThat(board.writes()).isEmpty();

        assertThat(publish(WEEK, ISSUE, "news")).isInstanceOf(Outcome.Edited.class);
        assertThat(board.entry(1).body).endsWith("news");
    }

    @Test
    void anotherPlaceInThePolicyMovesNoOldPost() {
        publish(WEEK, ISSUE, "one");
        board.writes();

        assertThat(publish(WEEK, new PostTarget.DiscussionComment("9", null), "two"))
                .isInstanceOf(Outcome.Edited.class);
        assertThat(board.writes()).containsExactly("edited issue 1");
        assertThat(board.entry(1).title).isEqualTo("Copilot weekly");
    }

    @Test
    void aDiscussionThatAPersonOpenedIsNotOurs() {
        board.write("discussion", 0, "Copilot usage", "<!-- flightlog:place general -->", "User");

        assertThat(publish(new Marker("place", "general"), DISCUSSION, "The weekly posts"))
                .isInstanceOf(Outcome.Created.class);
        assertThat(board.writes()).hasSize(1);
    }

    @Test
    void withoutTheCategoryThereIsNoPlace() {
        board.removeCategory();

        assertThat(publish(WEEK, DISCUSSION, "one"))
                .isEqualTo(new Outcome.NoPlace(new DiscussionCategory.Absent(List.of("ideas"))));
    }

    @Test
    void whoeverElseIsAtItComesFirst() {
        PublicationStore store = context.getBean(PublicationStore.class);
        Post post = Post.of(WEEK, ISSUE, "one");
        assertThat(store.claim(HOME, post, UUID.randomUUID(), NOON, NOON.plusSeconds(30)))
                .isTrue();

        assertThatThrownBy(() -> publisher.publish(HOME, post)).isInstanceOf(PublicationBusyException.class);
        assertThat(board.writes()).isEmpty();

        now.set(NOON.plus(Duration.ofSeconds(31)));
        assertThat(publisher.publish(HOME, post)).isInstanceOf(Outcome.Created.class);
    }

    @Test
    void anIssueIsClosedOnce() {
        publish(WEEK, ISSUE, "one");
        board.writes();

        publisher.close(HOME, WEEK, CloseReason.COMPLETED);
        publisher.close(HOME, WEEK, CloseReason.COMPLETED);

        assertThat(board.writes()).containsExactly("closed issue 1");
        assertThat(Optional.ofNullable(publications.find(HOME.organization(), WEEK))
                        .map(Publication::closedAt))
                .contains(NOON);
    }

    private Outcome publish(Marker marker, PostTarget place, String body) {
        return publisher.publish(HOME, Post.of(marker, place, body));
    }
}
