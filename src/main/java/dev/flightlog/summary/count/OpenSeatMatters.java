package dev.flightlog.summary.count;

import dev.flightlog.organization.Organization;
import dev.flightlog.review.act.OpenMatters;
import dev.flightlog.summary.NeedsDecision;
import dev.flightlog.summary.NeedsDecision.ReviewOpen;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Open seat reviews and seat requests, as decisions that people have to take. */
@Singleton
public class OpenSeatMatters {
    private final OpenMatters matters;

    OpenSeatMatters(OpenMatters matters) {
        this.matters = matters;
    }

    public List<NeedsDecision> of(Organization organization) {
        List<NeedsDecision> decisions = new ArrayList<>();
        matters.review(organization)
                .ifPresent(waiting -> decisions.add(
                        switch (waiting) {
                            case OpenMatters.Waiting.ForApproval(int seats) ->
                                new ReviewOpen(seats, ReviewOpen.Step.APPROVE);
                            case OpenMatters.Waiting.ForNotice(int seats) ->
                                new ReviewOpen(seats, ReviewOpen.Step.AWAIT_NOTICE);
                            case OpenMatters.Waiting.ForGitHub(int seats) ->
                                new ReviewOpen(seats, ReviewOpen.Step.BEING_REMOVED);
                            case OpenMatters.Waiting.ForHands(int seats) ->
                                new ReviewOpen(seats, ReviewOpen.Step.REMOVE_BY_HAND);
                        }));
        matters.over(organization)
                .ifPresent(over ->
                        decisions.add(new NeedsDecision.ReviewOver(over.taken(), over.seats(), over.stopped())));
        int requests = matters.requests(organization);
        if (requests > 0) {
            decisions.add(new NeedsDecision.SeatsAskedFor(requests));
        }
        return decisions;
    }
}
