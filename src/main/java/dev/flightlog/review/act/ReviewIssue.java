package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.github.issue.CloseReason;
import dev.flightlog.github.issue.IssueLabel;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.markdown.Marker;
import dev.flightlog.organization.Organization;
import dev.flightlog.publish.Naming;
import dev.flightlog.publish.Post;
import dev.flightlog.publish.PostRepository;
import dev.flightlog.publish.PostTarget;
import dev.flightlog.publish.Publication;
import dev.flightlog.publish.PublicationStore;
import dev.flightlog.publish.Publisher;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewState;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.review.text.ReviewMarkdown;
import dev.flightlog.review.text.ReviewView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Keeps the issue of each review true: made once, edited in place, closed with the review. */
@Singleton
public class ReviewIssue {
    public static final String KIND = "seat-review";

    private static final String LABEL_COLOR = "1f6feb";
    private static final String FORGOTTEN =
            "**This review is over. What was known of it was erased after the time that the policy keeps data.**\n";
    private static final String LABEL_DESCRIPTION = "Posted by Flightlog";

    private final ReviewStore reviews;
    private final ReviewViews views;
    private final SeatTrailStore trail;
    private final GovernanceStore governance;
    private final Policies policies;
    private final AccessRules access;
    private final Publisher publisher;
    private final PublicationStore publications;
    private final Database database;
    private final InstantSource clock;

    ReviewIssue(
            ReviewStore reviews,
            ReviewViews views,
            SeatTrailStore trail,
            GovernanceStore governance,
            Policies policies,
            AccessRules access,
            Publisher publisher,
            PublicationStore publications,
            Database database,
            InstantSource clock) {
        this.reviews = reviews;
        this.views = views;
        this.trail = trail;
        this.governance = governance;
        this.policies = policies;
        this.access = access;
        this.publisher = publisher;
        this.publications = publications;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps the review's issue on GitHub up to date. The notice begins when the issue is first posted, however long that
     * took; the issue then says its end. An issue that somebody deleted while the review is open is posted again.
     *
     * @return its address; nothing without a governance repository
     */
    public Optional<String> publish(Organization organization, int number) {
        long org = organization.id();
        GovernanceRepository repository = governance.repository(org);
        if (repository == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Review before = reviews.find(org, number).orElse(null);
        if (before == null) {
            return forgotten(organization, repository, number);
        }
        if (before.announcedAt().isEmpty()) {
            reviews.announcing(org, number, now.plus(before.notice()));
        }
        Review review = reviews.find(org, number).orElseThrow();
        PostRepository home = home(organization, repository);
        Post post = post(organization, review, access.mayName(organization));
        Optional<Publication> standing = publisher.publish(home, post).standing();
        if (standing.isPresent() && announced(org, review)) {
            return publish(organization, number);
        }
        if (!review.state().open()) {
            publisher.close(home, marker(number), reason(review.state()));
        }
        return standing.map(Publication::url);
    }

    /** As {@link #publish} for a review that is over, where its issue does not say what is known now. */
    void correct(Organization organization, int number) {
        long org = organization.id();
        GovernanceRepository repository = governance.repository(org);
        Review review = reviews.find(org, number).orElse(null);
        if (repository == null || publications.find(org, marker(number)) == null) {
            return;
        }
        if (review == null) {
            forgotten(organization, repository, number);
            return;
        }
        if (review.state().open()) {
            return;
        }
        Post post = post(organization, review, access.mayNameAsStored(organization));
        if (!publisher.says(home(organization, repository), post)) {
            publish(organization, number);
        }
    }

    /** What was known of a review is erased after the policy's time; its issue may still name people. */
    private Optional<String> forgotten(Organization organization, GovernanceRepository repository, int number) {
        long org = organization.id();
        Publication known = publications.find(org, marker(number));
        if (known == null) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(known.publishedAt(), ZoneOffset.UTC);
        PostTarget place = new PostTarget.Issue(ReviewView.title(organization.login(), day), List.of(), List.of());
        return publisher
                .publish(home(organization, repository), Post.of(marker(number), place, FORGOTTEN))
                .standing()
                .map(Publication::url);
    }

    private static PostRepository home(Organization organization, GovernanceRepository repository) {
        return new PostRepository(organization.id(), organization.access(), repository.id(), repository.name());
    }

    private Post post(Organization organization, Review review, boolean named) {
        ReviewView view = views.of(organization, review, named);
        Post post = Post.of(marker(review.number()), target(organization.id(), view), ReviewMarkdown.render(view))
                .naming(named ? Naming.PEOPLE : Naming.NOBODY);
        return review.state().open() ? post.evenIfDeleted() : post;
    }

    /** True the first time. */
    private boolean announced(long org, Review review) {
        Instant now = clock.instant();
        Instant end = now.plus(review.notice());
        return database.inTransaction(() -> {
            boolean first = reviews.announced(org, review.number(), now, end);
            if (first) {
                String until = "people can say keep until " + ReviewMarkdown.minute(end);
                trail.add(org, TrailEntry.ofReview(now, Action.ANNOUNCED, Optional.empty(), review.number(), until));
            }
            return first;
        });
    }

    /** Reviews whose issue is still open as far as is known, also those that are closed but not yet shown so. */
    List<Integer> shownAsOpen(long org) {
        return publications.open(org, KIND).stream()
                .map(publication -> Integer.valueOf(publication.marker().key()))
                .toList();
    }

    /** Reviews whose issue names people although nobody may be named any more. */
    List<Integer> namingNonetheless(Organization organization) {
        return access.mayNameAsStored(organization)
                ? List.of()
                : publications.naming(organization.id(), KIND).stream()
                        .map(publication -> Integer.valueOf(publication.marker().key()))
                        .toList();
    }

    /** Which review an issue of the governance repository is about, by the issue's number; nothing for any other issue. */
    public Optional<Integer> reviewOf(long org, int issueNumber) {
        GovernanceRepository repository = governance.repository(org);
        return repository == null
                ? Optional.empty()
                : publications
                        .ofIssue(org, KIND, repository.id(), issueNumber)
                        .map(publication -> Integer.valueOf(publication.marker().key()));
    }

    /** The address of a review's issue, without asking GitHub. */
    public Optional<String> url(long org, int number) {
        return Optional.ofNullable(publications.find(org, marker(number)))
                .filter(publication -> publication.state() != Publication.State.DELETED)
                .map(Publication::url);
    }

    /** A link to a review's issue as a paragraph of markdown; empty where it has none. */
    String link(long org, Review review) {
        return url(org, review.number())
                .map(url -> "[The issue](" + url + ")\n\n")
                .orElse("");
    }

    private PostTarget target(long org, ReviewView view) {
        List<IssueLabel> labels = policies.inForce(org).policy().summary().labels().stream()
                .map(label -> new IssueLabel(label, LABEL_COLOR, LABEL_DESCRIPTION))
                .toList();
        return new PostTarget.Issue(view.title(), labels, List.of());
    }

    private static CloseReason reason(ReviewState state) {
        return switch (state) {
            case ReviewState.Done _ -> CloseReason.COMPLETED;
            case ReviewState.Cancelled _,
                    ReviewState.Expired _,
                    ReviewState.Proposed _,
                    ReviewState.Approved _,
                    ReviewState.Executing _ -> CloseReason.NOT_PLANNED;
        };
    }

    private static Marker marker(int number) {
        return new Marker(KIND, Integer.toString(number));
    }
}
