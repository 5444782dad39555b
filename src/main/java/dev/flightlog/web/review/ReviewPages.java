package dev.flightlog.web.review;

import dev.flightlog.command.answer.NamesWithheld;
import dev.flightlog.policy.Policy;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewState;
import dev.flightlog.review.SeatRequest;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.Who;
import dev.flightlog.review.Word;
import dev.flightlog.review.act.ReviewBoards;
import dev.flightlog.review.act.ReviewIssue;
import dev.flightlog.review.act.ReviewViews;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatRequestStore;
import dev.flightlog.review.text.ByHand;
import dev.flightlog.review.text.ReviewMarkdown;
import dev.flightlog.review.text.ReviewView;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import dev.flightlog.web.Fact;
import dev.flightlog.web.Form;
import dev.flightlog.web.Markup;
import dev.flightlog.web.Notice;
import dev.flightlog.web.Pager;
import dev.flightlog.web.Query;
import dev.flightlog.web.Visit;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages of seat reviews, from the same view as the issue. */
@Singleton
class ReviewPages {
    private final ReviewStore reviews;
    private final ReviewViews views;
    private final ReviewBoards boards;
    private final ReviewIssue issues;
    private final SeatRequestStore requests;

    ReviewPages(
            ReviewStore reviews,
            ReviewViews views,
            ReviewBoards boards,
            ReviewIssue issues,
            SeatRequestStore requests) {
        this.reviews = reviews;
        this.views = views;
        this.boards = boards;
        this.issues = issues;
        this.requests = requests;
    }

    /** Path of the open review; null without one. */
    @Nullable
    String openPath(Visit visit) {
        return reviews.open(visit.org())
                .map(review -> path(visit, review.number()))
                .orElse(null);
    }

    static String path(Visit visit, int number) {
        return visit.path("/reviews/" + number);
    }

    ReviewsPage list(Visit visit, int page, @Nullable Notice notice) {
        List<Form> actions = reviews.open(visit.org()).isPresent() ? List.of() : List.of(Buttons.start(visit));
        int waiting = requests.countOpen(visit.org());
        return new ReviewsPage(
                notice,
                rule(visit.policy().reviews()),
                actions,
                waiting == 0
                        ? ""
                        : Numbers.plural(waiting, "member") + (waiting == 1 ? " asks" : " ask") + " for a seat.",
                visit.mayName(),
                Markup.inline(NamesWithheld.sentence(visit.context()), visit),
                requests.open(visit.org()).stream()
                        .map(request -> request(visit, request))
                        .toList(),
                reviews.list(visit.org(), (page - 1) * Pager.ROWS, Pager.ROWS).stream()
                        .map(review -> row(visit, review))
                        .toList(),
                Pager.of(page, reviews.count(visit.org()), Query.of(visit.path("/reviews"))));
    }

    /** Where people may not be named, a request has its number only. */
    private static ReviewsPage.Request request(Visit visit, SeatRequest request) {
        String number = "request " + request.number();
        String login = request.person().login();
        String label = visit.mayName() ? login + ", " + number : number;
        return new ReviewsPage.Request(
                visit.mayName() ? login : "Request " + request.number(),
                visit.mayName() ? person(visit, login) : "",
                request.askedAt(),
                visit.mayName() ? request.reason().orElse("") : "",
                List.of(
                        Buttons.grant(visit, request.number(), label),
                        Buttons.decline(visit, request.number(), label)));
    }

    private static String rule(Policy.Reviews policy) {
        String schedule = policy.every()
                .map(every -> "The policy starts a review every " + Numbers.plural(every.toDays() / 7, "week") + ".")
                .orElse("The policy starts no review by itself.");
        return schedule + " Seats that were not used for more than "
                + Numbers.plural(policy.idleAfter().toDays(), "day") + " are proposed, "
                + Numbers.count(policy.maxSeats()) + " at most; people have "
                + Numbers.plural(policy.notice().toDays(), "day") + " to keep theirs.";
    }

    private ReviewsPage.Row row(Visit visit, Review review) {
        ReviewBoard board = boards.of(visit.org(), review);
        return new ReviewsPage.Row(
                "Review " + review.number(),
                path(visit, review.number()),
                review.startedAt(),
                review.startedBy().map(who -> name(visit, who)).orElse("the policy"),
                review.state().word() + (review.stopped().isPresent() ? ", stopped" : ""),
                tone(review.state()),
                Numbers.count(board.direct().size()),
                Numbers.count(board.taken())
                        + (board.givenBack() == 0 ? "" : ", " + Numbers.count(board.givenBack()) + " given back"));
    }

    Optional<ReviewPage> of(Visit visit, int number, @Nullable Notice notice) {
        return reviews.find(visit.org(), number).map(review -> page(visit, review, notice));
    }

    private ReviewPage page(Visit visit, Review review, @Nullable Notice notice) {
        ReviewView view = views.of(visit.organization(), review, visit.mayName());
        ReviewBoard board = view.board();
        return new ReviewPage(
                "Seat review " + review.number() + " · " + Dates.dayAndYear(review.day()),
                visit.path("/reviews"),
                notice,
                Markup.inline(ReviewMarkdown.verdict(view), visit),
                review.state().word(),
                tone(review.state()),
                facts(visit, review),
                issues.url(visit.org(), review.number()).orElse(null),
                actions(visit, board),
                view.byHand() ? Markup.of(ByHand.removal(view), visit) : null,
                visit.mayName(),
                Markup.inline(NamesWithheld.sentence(visit.context()), visit),
                byLogin(visit, board),
                board.counts().entrySet().stream()
                        .map(count -> new ReviewPage.Count(
                                count.getKey().text(), tone(count.getKey()), Numbers.count(count.getValue())))
                        .toList(),
                visit.mayName() ? lines(visit, review, board.direct()) : List.of(),
                visit.mayName() ? lines(visit, review, board.throughTeams()) : List.of(),
                view.story().stream().map(entry -> step(visit, entry)).toList());
    }

    private static List<Fact> facts(Visit visit, Review review) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                "Started by", review.startedBy().map(who -> name(visit, who)).orElse("the policy's schedule")));
        facts.add(Fact.of(
                "Unused for more than", Numbers.plural(review.idleAfter().toDays(), "day")));
        facts.add(Fact.of(
                "Keep until", review.noticeEnds().map(ReviewMarkdown::minute).orElse("not announced yet")));
        facts.add(Fact.of(
                "Approved",
                review.state()
                        .agreed()
                        .map(approval ->
                                "by " + name(visit, approval.by()) + " on " + ReviewMarkdown.minute(approval.at())
                                        + ", " + Numbers.plural(approval.seats(), "seat") + " at most")
                        .orElse(review.state().open() ? "not yet" : "never")));
        if (review.moreSeats() > 0) {
            facts.add(Fact.of("Waiting for another review", Numbers.plural(review.moreSeats(), "seat")));
        }
        review.halted().ifPresent(why -> facts.add(Fact.of("Stopped", why)));
        return facts;
    }

    private static List<Form> actions(Visit visit, ReviewBoard board) {
        Review review = board.review();
        List<Form> actions = new ArrayList<>();
        boolean own = review.startedBy()
                .filter(who -> who.personId() == visit.person().personId())
                .isPresent();
        if (review.state() instanceof ReviewState.Proposed && !own) {
            actions.add(Buttons.approve(visit, review.number()));
        }
        if (review.state().open()) {
            actions.add(Buttons.cancel(visit, review.number()));
        }
        if (board.with(Word.REMOVED).stream().anyMatch(line -> undoable(visit, line))) {
            actions.add(Buttons.undoAll(visit, review.number()));
        }
        return actions;
    }

    /** What admins do with one seat where the page names nobody. */
    private static List<Form> byLogin(Visit visit, ReviewBoard board) {
        if (visit.mayName()) {
            return List.of();
        }
        int number = board.review().number();
        List<Form> actions = new ArrayList<>();
        if (board.review().state().open()) {
            actions.add(Buttons.keepByLogin(visit, number));
        }
        if (board.with(Word.REMOVED).stream().anyMatch(line -> undoable(visit, line))) {
            actions.add(Buttons.undoByLogin(visit, number));
        }
        return actions;
    }

    private static boolean undoable(Visit visit, ReviewBoard.Line line) {
        return ReviewDecisions.undoable(line.item().state(), visit.today());
    }

    private static List<ReviewPage.Line> lines(Visit visit, Review review, List<ReviewBoard.Line> lines) {
        return lines.stream()
                .map(line -> {
                    List<Form> actions = new ArrayList<>();
                    String login = line.item().login();
                    if (review.state().open() && (line.word() == Word.PROPOSED || line.word() == Word.REMOVING)) {
                        actions.add(Buttons.keep(visit, review.number(), login));
                    }
                    if (undoable(visit, line)) {
                        actions.add(Buttons.undo(visit, review.number(), login));
                    }
                    return new ReviewPage.Line(
                            Integer.toString(line.item().position()),
                            login,
                            person(visit, login),
                            LocalDate.ofInstant(line.item().unusedSince(), ZoneOffset.UTC),
                            line.item().everUsed(),
                            line.item().team().orElse(""),
                            line.item().plan().key(),
                            line.word().text(),
                            tone(line.word()),
                            ReviewMarkdown.detail(line.item().state()).orElse(""),
                            actions);
                })
                .toList();
    }

    private static ReviewPage.Step step(Visit visit, TrailEntry entry) {
        return new ReviewPage.Step(
                entry.at(),
                entry.by().map(who -> name(visit, who)).orElse("Flightlog") + " "
                        + entry.action().words(),
                visit.mayName() ? entry.subject().map(Who::login).orElse("") : "",
                entry.detailIsPersonal() && !visit.mayName() ? "" : entry.detail());
    }

    private static String name(Visit visit, Who who) {
        return visit.mayName() ? who.login() : "an admin";
    }

    private static String person(Visit visit, String login) {
        return visit.path("/people/" + Query.segment(login));
    }

    private static String tone(ReviewState state) {
        return switch (state) {
            case ReviewState.Proposed _ -> "warn";
            case ReviewState.Approved _, ReviewState.Executing _ -> "info";
            case ReviewState.Done _ -> "good";
            case ReviewState.Cancelled _, ReviewState.Expired _ -> "";
        };
    }

    private static String tone(Word word) {
        return switch (word) {
            case PROPOSED, REMOVING, UNDOING -> "warn";
            case KEPT, IN_USE, UNDONE -> "good";
            case REMOVED, FAILED -> "bad";
            case EXEMPT, THROUGH_TEAM, LEFT, NOT_REMOVED -> "info";
        };
    }

    /** The answer to a click, in the words of the answer to a command. */
    static Content text(Visit visit, String markdown) {
        return Markup.of(markdown, visit);
    }
}
