package dev.flightlog.check;

import dev.flightlog.github.check.CheckAction;
import dev.flightlog.sync.SyncRequests;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A button under the seats check. */
enum SeatCheckButton {
    REFRESH("refresh", "Refresh now", "Read seats and usage from GitHub again") {
        @Override
        void press(SyncRequests sync, long organizationId) {
            sync.refresh(organizationId);
        }
    },
    POST_SUMMARY("post-summary", "Post summary", "Post or update the weekly summary now") {
        @Override
        void press(SyncRequests sync, long organizationId) {
            sync.postSummary(organizationId);
        }
    };

    private final String identifier;
    private final String label;
    private final String description;

    SeatCheckButton(String identifier, String label, String description) {
        this.identifier = identifier;
        this.label = label;
        this.description = description;
    }

    abstract void press(SyncRequests sync, long organizationId);

    /** What GitHub sends back when it is clicked. */
    String identifier() {
        return identifier;
    }

    String label() {
        return label;
    }

    static Optional<SeatCheckButton> of(String identifier) {
        return Arrays.stream(values())
                .filter(button -> button.identifier.equals(identifier))
                .findFirst();
    }

    static List<CheckAction> actions() {
        return Arrays.stream(values())
                .map(button -> new CheckAction(button.label, button.description, button.identifier))
                .toList();
    }
}
