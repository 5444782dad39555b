package dev.flightlog.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.database.Database;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.NodeId;
import dev.flightlog.fake.RecordedRequest;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.RepositoryName;
import dev.flightlog.github.discussion.DiscussionCategory;
import dev.flightlog.github.issue.CloseReason;
import dev.flightlog.github.issue.IssueLabel;
import dev.flightlog.markdown.Marker;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.SettableClock;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One text in one place on GitHub, once: against what GitHub loses and what people do meanwhile. */
class PublisherTest {
    private static final Postgres.Database POSTGRES = Postgres.migrated();
    private static final FakeApp APP = FakeApp.generate();
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final long ORGANIZATION = 70001;
    private static final Pattern MUTATION =
            Pattern.compile("createDiscussion|updateDiscussionComment|updateDiscussion|addDiscussionComment");
    private static final Marker WEEK = new Marker("summary", "2026-W46");
    private static final Marker REPLY = new Marker("reply", "55");
    private static final IssueLabel LABEL = new IssueLabel("copilot-usage", "0969da", "");
    private static final PostTarget ISSUE = new PostTarget.Issue("Copilot weekly", List.of(LABEL), List.of());
    private static final PostTarget DISCUSSION = new PostTarget.Discussion("Copilot usage", "general");

    private final SettableClock clock = new SettableClock(NOON);
    private final FakeGitHub github = FakeGitHub.start(APP, clock);
    private final Organization acme = github.world().addOrganization("acme");
    private final Person ada = acme.addOwner("ada");
    private final Installation installation = github.installApp(acme);
    private Repository repository = repository();
    private final Issue conversation = repository.openIssue(ada, "Numbers", "Who uses it?");
    private final Discussion talk =
            repository.startDiscussion(ada, repository.categories().getFirst(), "Numbers", "Who uses it?");
    private final PostTarget comment = new PostTarget.IssueComment(conversation.number(), NOON);
    private final PostTarget discussionComment = new PostTarget.DiscussionComment(NodeId.of(talk), null);
    private ApplicationContext context;
    private Publisher publisher;
    private PublicationStore publications;

    private Repository repository() {
        Repository made = acme.addRepository("copilot-governance");
        made.hasDiscussions(true);
        made.addLabel(LABEL.name(), LABEL.color(), null);
        return made;
    }

    @BeforeEach
    void start() {
        context = ApplicationContext.builder()
                .properties(Map.of(
                        "datasources.default.url", POSTGRES.url(),
                        "datasources.default.username", POSTGRES.username(),
                        "datasources.default.password", POSTGRES.password(),
                        "flightlog.github.app-id", Long.toString(APP.id()),
                        "flightlog.github.private-key", APP.privateKeyPem(),
                        "flightlog.github.api-url", github.apiUrl(),
                        "flightlog.github.points-per-minute", 1_000_000))
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
        github.close();
        assertThat(github.violations()).isEmpty();
    }

    @Test
    void theSameAgainSendsNothingAndNewsEditsInPlace() {
        assertThat(publish(WEEK, ISSUE, "one")).isInstanceOf(Outcome.Created.class);
        assertThat(writes()).containsExactly("POST /issues");
        Issue post = ours().getFirst();

        assertThat(publish(WEEK, ISSUE, "one")).isInstanceOf(Outcome.Unchanged.class);
        assertThat(writes()).isEmpty();

        Outcome edited = publish(WEEK, ISSUE, "two");
        assertThat(writes()).containsExactly("PATCH /issues/" + post.number());
        assertThat(post.body()).isEqualTo("<!-- flightlog:summary 2026-W46 -->\ntwo");
        assertThat(edited.standing().map(Publication::url))
                .contains(github.webUrl() + "/acme/copilot-governance/issues/" + post.number());
    }

    @Test
    void anAnswerThatGetsLostDoublesNothing() {
        for (PostTarget place : List.of(ISSUE, comment, DISCUSSION, discussionComment)) {
            Marker marker = new Marker("lost", place.getClass().getSimpleName());
            loseNextAnswer(place);
            assertThatThrownBy(() -> publish(marker, place, "once")).isInstanceOf(GitHubException.class);
            assertThat(publications.find(ORGANIZATION, marker)).isNull();

            assertThat(publish(marker, place, "once")).isInstanceOf(Outcome.Unchanged.class);
        }
        assertThat(texts()).containsExactly("once", "once", "once", "once");
    }

    @Test
    void whatWasFoundAgainWithOldTextIsEdited() {
        loseNextAnswer(comment);
        assertThatThrownBy(() -> publish(REPLY, comment, "working")).isInstanceOf(GitHubException.class);

        assertThat(publish(REPLY, comment, "done")).isInstanceOf(Outcome.Edited.class);
        assertThat(texts()).containsExactly("done");
    }

    @Test
    void aPersonsMarkerIsNotOurs() {
        conversation.addComment(ada, "<!-- flightlog:reply 55 -->\nforged");

        assertThat(publish(REPLY, comment, "real")).isInstanceOf(Outcome.Created.class);
        assertThat(texts()).containsExactly("forged", "real");
    }

    @Test
    void aDeletedPostStaysAwayUntilAskedFor() {
        publish(WEEK, ISSUE, "one");
        repository.delete(ours().getFirst());
        writes();

        assertThat(publish(WEEK, ISSUE, "two")).isInstanceOf(Outcome.Gone.class);
        assertThat(publish(WEEK, ISSUE, "three")).isInstanceOf(Outcome.Gone.class);
        assertThat(writes()).isEmpty();

        Post again = Post.of(WEEK, ISSUE, "three").evenIfDeleted();
        assertThat(publisher.publish(home(), again)).isInstanceOf(Outcome.Created.class);
        assertThat(texts()).containsExactly("three");
    }

    @Test
    void whatIsWantedEvenIfDeletedIsMadeAgainAtOnce() {
        PublicationCheck check = context.getBean(PublicationCheck.class);
        Post one = Post.of(WEEK, DISCUSSION, "one").evenIfDeleted();
        publisher.publish(home(), one);
        assertThat(check.isDeleted(home(), WEEK)).isFalse();
        repository.delete(ourDiscussion());

        Post two = Post.of(WEEK, DISCUSSION, "two").evenIfDeleted();
        assertThat(publisher.publish(home(), two)).isInstanceOf(Outcome.Created.class);
        assertThat(texts()).containsExactly("two");

        repository.delete(ourDiscussion());
        assertThat(publisher.publish(home(), two)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(check.isDeleted(home(), WEEK)).isTrue();
        assertThat(publisher.publish(home(), two)).isInstanceOf(Outcome.Created.class);
        assertThat(texts()).containsExactly("two");
    }

    @Test
    void anotherRepositoryOfTheSameNameHasNoneOfThePosts() {
        publish(WEEK, DISCUSSION, "one");
        acme.remove(repository);
        repository = repository();

        assertThat(publish(WEEK, DISCUSSION, "one")).isInstanceOf(Outcome.Created.class);
        assertThat(publish(WEEK, DISCUSSION, "one")).isInstanceOf(Outcome.Unchanged.class);
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void aHiddenRepositoryIsNoDeletedPost() {
        publish(WEEK, ISSUE, "one");
        installation.selectOnly();

        assertThatThrownBy(() -> publish(WEEK, ISSUE, "two"))
                .isInstanceOfSatisfying(
                        GitHubException.class,
                        hidden -> assertThat(hidden.failure()).isEqualTo(new Failure.NotFound()));
        PublicationCheck check = context.getBean(PublicationCheck.class);
        assertThatThrownBy(() -> check.isDeleted(home(), WEEK)).isInstanceOf(GitHubException.class);
        assertThat(Optional.ofNullable(publications.find(ORGANIZATION, WEEK)))
                .map(Publication::state)
                .contains(Publication.State.THERE);
    }

    @Test
    void whatPeopleDidIsNoticedAndNotFought() {
        publish(WEEK, ISSUE, "one");
        Issue week = ours().getFirst();
        publish(REPLY, comment, "answer");
        publish(new Marker("alert", "stale"), ISSUE, "stale");
        conversation.delete(conversation.comments().getFirst());
        week.edit(week.body() + "\n(we disagree)", NOON);
        ours().getLast().close("completed", NOON);
        writes();
        PublicationCheck check = context.getBean(PublicationCheck.class);

        PublicationCheck.Findings findings = check.verify(home());
        assertThat(findings.deleted()).extracting(Publication::marker).containsExactly(REPLY);
        assertThat(findings.editedByHand()).extracting(Publication::marker).containsExactly(WEEK);
        assertThat(publications.open(ORGANIZATION, "alert")).isEmpty();

        PublicationCheck.Findings second = check.verify(home());
        assertThat(second.deleted()).isEmpty();
        assertThat(second.editedByHand()).isEmpty();
        assertThat(publish(WEEK, ISSUE, "one")).isInstanceOf(Outcome.Unchanged.class);
        assertThat(writes()).isEmpty();

        assertThat(publish(WEEK, ISSUE, "news")).isInstanceOf(Outcome.Edited.class);
        assertThat(week.body()).endsWith("news");
    }

    @Test
    void anotherPlaceInThePolicyMovesNoOldPost() {
        publish(WEEK, ISSUE, "one");
        Issue post = ours().getFirst();
        writes();

        assertThat(publish(WEEK, discussionComment, "two")).isInstanceOf(Outcome.Edited.class);
        assertThat(writes()).containsExactly("PATCH /issues/" + post.number());
        assertThat(post.title()).isEqualTo("Copilot weekly");
    }

    @Test
    void aDiscussionThatAPersonOpenedIsNotOurs() {
        repository.startDiscussion(
                ada, repository.categories().getFirst(), "Copilot usage", "<!-- flightlog:place general -->");

        assertThat(publish(new Marker("place", "general"), DISCUSSION, "The weekly posts"))
                .isInstanceOf(Outcome.Created.class);
        assertThat(writes()).containsExactly("createDiscussion");
    }

    @Test
    void withoutTheCategoryThereIsNoPlace() {
        repository.removeCategory("general");

        assertThat(publish(WEEK, DISCUSSION, "one"))
                .isEqualTo(new Outcome.NoPlace(new DiscussionCategory.Absent(repository.categories().stream()
                        .map(category -> category.slug())
                        .toList())));
        assertThat(repository.categories()).isNotEmpty();
    }

    @Test
    void whoeverElseIsAtItComesFirst() {
        PublicationStore store = context.getBean(PublicationStore.class);
        Post post = Post.of(WEEK, ISSUE, "one");
        assertThat(store.claim(home(), post, UUID.randomUUID(), NOON, NOON.plusSeconds(30)))
                .isTrue();

        assertThatThrownBy(() -> publisher.publish(home(), post)).isInstanceOf(PublicationBusyException.class);
        assertThat(writes()).isEmpty();

        clock.advance(Duration.ofSeconds(31));
        assertThat(publisher.publish(home(), post)).isInstanceOf(Outcome.Created.class);
    }

    @Test
    void anIssueIsClosedOnce() {
        publish(WEEK, ISSUE, "one");
        Issue post = ours().getFirst();
        writes();

        publisher.close(home(), WEEK, CloseReason.COMPLETED);
        publisher.close(home(), WEEK, CloseReason.COMPLETED);

        assertThat(writes()).containsExactly("PATCH /issues/" + post.number());
        assertThat(post.open()).isFalse();
        assertThat(Optional.ofNullable(publications.find(ORGANIZATION, WEEK)).map(Publication::closedAt))
                .contains(NOON);
    }

    private Outcome publish(Marker marker, PostTarget place, String body) {
        return publisher.publish(home(), Post.of(marker, place, body));
    }

    private PostRepository home() {
        return new PostRepository(
                ORGANIZATION,
                Access.installation(installation.id()),
                repository.id(),
                new RepositoryName("acme", "copilot-governance"));
    }

    /** The next write to this place takes effect, and its answer gets lost. */
    private void loseNextAnswer(PostTarget place) {
        String path = switch (place) {
            case PostTarget.Issue _ -> "POST /repos/acme/copilot-governance/issues$";
            case PostTarget.IssueComment _ -> "POST /repos/acme/copilot-governance/issues/\\d+/comments$";
            case PostTarget.Discussion _, PostTarget.DiscussionComment _ -> "POST /graphql mutation";
        };
        github.faults().next(path, 1, Fault.lostAnswer());
    }

    /** What was written since the last call and not refused: method and path in the repository, or the mutation's name. */
    private List<String> writes() {
        List<String> since = github.writes().stream()
                .filter(write -> write.status() < 300)
                .map(PublisherTest::words)
                .toList();
        github.forgetRequests();
        return since;
    }

    private static String words(RecordedRequest write) {
        Matcher mutation = MUTATION.matcher(write.body());
        return write.path().equals("/graphql") && mutation.find()
                ? mutation.group()
                : write.method() + " " + write.path().replace("/repos/acme/copilot-governance", "");
    }

    /** Issues with a marker of ours, oldest first. */
    private List<Issue> ours() {
        return repository.issues().stream()
                .filter(issue -> issue != conversation)
                .sorted(Comparator.comparing(Issue::number))
                .toList();
    }

    private Discussion ourDiscussion() {
        return repository.discussions().stream()
                .filter(each -> each != talk)
                .findFirst()
                .orElseThrow();
    }

    /** The first line after the marker of everything that has one. */
    private List<String> texts() {
        Stream<String> issues = repository.issues().stream()
                .flatMap(issue -> Stream.concat(
                        Stream.of(issue.body()), issue.comments().stream().map(Comment::body)));
        Stream<String> discussions = repository.discussions().stream()
                .flatMap(discussion -> Stream.concat(
                        Stream.of(discussion.body()),
                        discussion.comments().stream().map(each -> each.body())));
        return Stream.concat(issues, discussions)
                .filter(body -> body.startsWith("<!-- flightlog:"))
                .map(body -> body.lines().skip(1).findFirst().orElse(""))
                .toList();
    }
}
