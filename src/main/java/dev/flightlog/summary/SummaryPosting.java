package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.issue.CloseReason;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceProblem;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.policy.Policy;
import dev.flightlog.publish.Outcome;
import dev.flightlog.publish.PostRepository;
import dev.flightlog.publish.Publication;
import dev.flightlog.publish.Publisher;
import dev.flightlog.summary.Neighbors.Neighbor;
import dev.flightlog.summary.count.SummaryCounting;
import dev.flightlog.summary.text.SummaryMarkdown;
import dev.flightlog.summary.text.SummaryText;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts a week, words it and makes GitHub say it; again without news it sends nothing. */
@Singleton
class SummaryPosting {
    private static final Logger LOG = LoggerFactory.getLogger(SummaryPosting.class);

    private final SummaryCounting counting;
    private final SummaryWeekStore weeks;
    private final SummaryPlace places;
    private final SummaryAlerts alerts;
    private final Publisher publisher;
    private final OrganizationStore organizations;
    private final SourceStatusStore readings;
    private final SummaryListener listener;
    private final InstantSource clock;

    SummaryPosting(
            SummaryCounting counting,
            SummaryWeekStore weeks,
            SummaryPlace places,
            SummaryAlerts alerts,
            Publisher publisher,
            OrganizationStore organizations,
            SourceStatusStore readings,
            SummaryListener listener,
            InstantSource clock) {
        this.counting = counting;
        this.weeks = weeks;
        this.places = places;
        this.alerts = alerts;
        this.publisher = publisher;
        this.organizations = organizations;
        this.readings = readings;
        this.listener = listener;
        this.clock = clock;
    }

    /** Posts a week, and links and closes the one before. A week that is posted takes all figures of now. */
    void post(Organization organization, PostRepository home, Policy policy, IsoWeek week) {
        SummaryWeek before = weeks.postedBefore(organization.id(), week);
        URI post = publish(organization, home, policy, week, before, true);
        if (post != null && before != null) {
            followedBy(organization.id(), home, policy, before, new Neighbor(week, post));
        }
    }

    /**
     * Counts a posted week again; what it says of the moment it was posted at stays. A post in a former governance
     * repository is not posted again in this one, where it would notify people after newer weeks.
     */
    void recount(Organization organization, PostRepository home, Policy policy, IsoWeek week) {
        publish(organization, home, policy, week, weeks.postedBefore(organization.id(), week), false);
    }

    private @Nullable URI publish(
            Organization organization,
            PostRepository home,
            Policy policy,
            IsoWeek week,
            @Nullable SummaryWeek before,
            boolean newMoment) {
        Instant now = clock.instant();
        SummaryWeek made = weeks.find(organization.id(), week);
        SummaryWeek posted = made != null && made.posted() ? made : null;
        WeeklySummary summary = counting.count(organization, week, now, posted)
                .map(counted -> posted == null || newMoment && counted.isOfNow()
                        ? counted
                        : counted.withMomentOf(posted.summary()))
                .map(counted -> counted.with(neighbors(before, posted)))
                .orElse(null);
        if (summary == null) {
            return null;
        }
        if (!newMoment && !places.standsIn(home, SummaryMarkdown.marker(week))) {
            weeks.save(organization.id(), summary, SummaryMarkdown.render(summary), now);
            return null;
        }
        return publish(organization, home, policy, summary, now);
    }

    private static Neighbors neighbors(@Nullable SummaryWeek before, @Nullable SummaryWeek posted) {
        URI post = before == null ? null : before.post();
        return new Neighbors(
                before == null || post == null
                        ? null
                        : new Neighbor(before.summary().week(), post),
                posted == null ? null : posted.summary().neighbors().next());
    }

    private @Nullable URI publish(
            Organization organization, PostRepository home, Policy policy, WeeklySummary summary, Instant now) {
        SummaryText text = SummaryMarkdown.render(summary);
        IsoWeek week = summary.week();
        Outcome outcome = inPlace(organization, home, policy, week, text);
        if (outcome instanceof Outcome.NoPlace(var category)) {
            LOG.warn("organization {} has no category for its discussion; an issue says so", organization.login());
            alerts.noCategory(home, policy.summary(), organization.login(), week.toString(), category);
            return null;
        }
        weeks.save(organization.id(), summary, text, now);
        return published(organization, home, week, outcome, now);
    }

    /** A category that takes no posts, or a locked discussion, is reported in an issue, where people look. */
    private Outcome inPlace(
            Organization organization, PostRepository home, Policy policy, IsoWeek week, SummaryText text) {
        try {
            return places.publish(home, policy, SummaryMarkdown.marker(week), text);
        } catch (GitHubException refused) {
            SourceProblem problem = SourceProblem.of(refused.failure());
            if (problem instanceof SourceProblem.CategoryRefused || problem instanceof SourceProblem.Locked) {
                alerts.placeRefused(
                        home, policy.summary(), organization.login(), week.toString(), problem.sentence(Source.POSTS));
            }
            throw refused;
        }
    }

    private @Nullable URI published(
            Organization organization, PostRepository home, IsoWeek week, Outcome outcome, Instant now) {
        URI post = outcome.standing().map(Publication::url).map(URI::create).orElse(null);
        weeks.posted(organization.id(), week, post, now);
        organizations.firstSummaryPosted(organization.id(), now);
        alerts.placed(home);
        listener.posted(organization.id());
        switch (outcome) {
            case Outcome.Created _ -> {
                LOG.info("summary {} of {} is posted", week, organization.login());
                notePost(organization.id());
            }
            case Outcome.Edited _ -> LOG.info("summary {} of {} is edited", week, organization.login());
            case Outcome.Unchanged _ -> {}
            case Outcome.Gone _, Outcome.NoPlace _ ->
                LOG.info("summary {} of {} was deleted by a user; not reposting", week, organization.login());
        }
        return post;
    }

    /** The end of a refusal is noted by the job, because further work follows from it. */
    private void notePost(long org) {
        SourceStatus posts = readings.of(org).get(Source.POSTS);
        if (posts == null || posts.outcome() == SourceStatus.Outcome.READ) {
            readings.posted(org);
        }
    }

    /** The post before says where it goes on, and is closed where it is an issue and the policy wants that. */
    private void followedBy(long org, PostRepository home, Policy policy, SummaryWeek before, Neighbor next) {
        if (!places.standsIn(home, SummaryMarkdown.marker(before.summary().week()))) {
            return;
        }
        WeeklySummary summary =
                before.summary().with(new Neighbors(before.summary().neighbors().previous(), next));
        SummaryText text = SummaryMarkdown.render(summary);
        IsoWeek week = summary.week();
        Outcome outcome = places.publish(home, policy, SummaryMarkdown.marker(week), text);
        if (!(outcome instanceof Outcome.NoPlace)) {
            weeks.save(org, summary, text, before.madeAt());
        }
        if (policy.summary().closePrevious()) {
            publisher.close(home, SummaryMarkdown.marker(week), CloseReason.COMPLETED);
        }
    }
}
