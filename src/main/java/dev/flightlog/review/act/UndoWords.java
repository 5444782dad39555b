package dev.flightlog.review.act;

import dev.flightlog.governance.AccessRules;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.act.ReviewReply.Done;
import dev.flightlog.review.act.ReviewReply.Refused;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.text.ByHand;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words what came of an undo, and why a seat is not given back. */
@Singleton
class UndoWords {
    private final ReviewItemStore items;
    private final AccessRules access;
    private final InstantSource clock;

    UndoWords(ReviewItemStore items, AccessRules access, InstantSource clock) {
        this.items = items;
        this.access = access;
        this.clock = clock;
    }

    /** A line for each login that was written and whose seat is not among those that are given back. */
    String unknown(long org, Optional<Integer> number, Set<String> logins, Map<Integer, List<ReviewItem>> found) {
        Set<String> known = found.values().stream()
                .flatMap(List::stream)
                .map(item -> Undos.lowerCase(item.login()))
                .collect(Collectors.toSet());
        return logins.stream()
                .filter(login -> !known.contains(Undos.lowerCase(login)))
                .sorted()
                .map(login -> "- " + Markdown.code(login) + ": "
                        + items.latestOf(org, number.orElse(null), login)
                                .map(item -> why(item.state()))
                                .orElse("no review took this seat"))
                .collect(Collectors.joining("\n"));
    }

    /** Why a seat that is in a review's list is not given back. */
    private String why(ItemState state) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return switch (state) {
            case ItemState.Undone _ -> "the seat was given back already";
            case ItemState.Undoing _ -> "the seat is being given back already";
            case ItemState.Removing _ ->
                "GitHub has not said yet whether it took this seat; write undo when it is removed";
            case ItemState.Kept _ -> "no review took this seat: it was kept";
            case ItemState.LeftOut(var why) -> "no review took this seat: " + why.text();
            case ItemState.Failed _ -> "no review took this seat: GitHub did not take it back";
            case ItemState.Candidate _ -> "no review took this seat yet";
            case ItemState.Removed(LocalDate endsOn, var by, var _) ->
                endsOn.isBefore(today)
                        ? "the seat has ended"
                        : switch (by) {
                            case PEOPLE -> "the seat was cancelled by hand, not by a review; " + ByHand.LET_IT_GO_ON;
                            case REVIEW -> "another review took this seat";
                        };
        };
    }

    ReviewReply about(
            Organization organization, Map<Integer, List<ReviewItem>> asked, Map<Long, String> left, String unknown) {
        int seats = asked.values().stream().mapToInt(List::size).sum();
        long unsure = asked.values().stream()
                .flatMap(List::stream)
                .filter(item -> item.state() instanceof ItemState.Undoing)
                .count();
        long back = seats - left.size() - unsure;
        String sentence = Numbers.plural(back, "seat") + (back == 1 ? " goes" : " go") + " on.";
        String later = unsure == 0
                ? ""
                : "- " + Numbers.plural(unsure, "seat")
                        + ": GitHub accepted it, and its list does not show it yet; that is"
                        + " looked at again, and the review's issue says what came of it";
        String rest = Stream.of(rest(organization, asked, left), later, unknown)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return back + unsure == 0 ? new Refused("No seat was given back.", rest) : new Done(sentence, rest);
    }

    private String rest(Organization organization, Map<Integer, List<ReviewItem>> asked, Map<Long, String> left) {
        boolean named = access.mayName(organization);
        List<String> lines = new ArrayList<>();
        asked.values().stream()
                .flatMap(List::stream)
                .filter(item -> left.containsKey(item.personId()))
                .forEach(item -> lines.add("- " + (named ? Markdown.code(item.login()) + ": " : "")
                        + Markdown.text(left.getOrDefault(item.personId(), ""))));
        return lines.stream().distinct().collect(Collectors.joining("\n"));
    }
}
