package dev.flightlog.review;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One step of a review or request; together they are its history.
 *
 * @param by who did it; nobody where Flightlog or the policy did
 * @param review number of the review; nothing for a request
 * @param subject whose seat it is about; nobody where it is about all of a review
 * @param detail in plain words, for people; may be empty
 */
public record TrailEntry(
        Instant at, Action action, Optional<Who> by, Optional<Integer> review, Optional<Who> subject, String detail) {
    /** What was done. */
    public enum Action {
        STARTED("started the review"),
        PROPOSED("proposed"),
        ANNOUNCED("announced the review"),
        KEPT("kept"),
        APPROVED("approved the review"),
        CANCELLED("cancelled the review"),
        EXPIRED("the review expired"),
        BEGUN("began to take seats back"),
        LEFT_OUT("left out"),
        SENT("asked GitHub to take seats back"),
        LOOKED_UP("found out what became of a request"),
        REMOVED("removed"),
        FAILED("failed"),
        BY_HAND("leaves it to people: the app may not write"),
        WAITS("waits"),
        GOES_ON("goes on"),
        HALTED("stopped"),
        DONE("finished the review"),
        UNDO_ASKED("asked to give back"),
        UNDONE("gave back"),
        NOT_UNDONE("did not give back"),
        REQUESTED("asked for a seat"),
        GRANT_ASKED("agreed to give a seat"),
        GRANTED("gave a seat"),
        NOT_GRANTED("gave no seat"),
        DECLINED("declined a seat"),
        OVERTAKEN("closed the request");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** As it is stored. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Action of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether what it adds may be about a person whom nobody is to recognise: others' words, a team, a refusal. */
    public boolean detailIsPersonal() {
        if (subject.isEmpty()) {
            return false;
        }
        return switch (action) {
            case REMOVED, LEFT_OUT, UNDONE -> by.isPresent();
            case STARTED,
                    PROPOSED,
                    ANNOUNCED,
                    KEPT,
                    APPROVED,
                    CANCELLED,
                    EXPIRED,
                    BEGUN,
                    SENT,
                    LOOKED_UP,
                    FAILED,
                    BY_HAND,
                    WAITS,
                    GOES_ON,
                    HALTED,
                    DONE,
                    UNDO_ASKED,
                    NOT_UNDONE,
                    REQUESTED,
                    GRANT_ASKED,
                    GRANTED,
                    NOT_GRANTED,
                    DECLINED,
                    OVERTAKEN -> true;
        };
    }

    /** About a whole review. */
    public static TrailEntry ofReview(Instant at, Action action, Optional<Who> by, int review, String detail) {
        return new TrailEntry(at, action, by, Optional.of(review), Optional.empty(), detail);
    }

    /** About one seat of a review. */
    public static TrailEntry ofSeat(
            Instant at, Action action, Optional<Who> by, int review, Who subject, String detail) {
        return new TrailEntry(at, action, by, Optional.of(review), Optional.of(subject), detail);
    }

    /** About a request. */
    public static TrailEntry ofRequest(Instant at, Action action, Optional<Who> by, Who subject, String detail) {
        return new TrailEntry(at, action, by, Optional.empty(), Optional.of(subject), detail);
    }
}
