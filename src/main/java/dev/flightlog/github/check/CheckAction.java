package dev.flightlog.github.check;

/**
 * A button under a check run (github.md: Text limits).
 *
 * @param identifier comes back in {@code check_run.requested_action}
 */
public record CheckAction(String label, String description, String identifier) {
    public CheckAction {
        require("label", label, 20);
        require("description", description, 40);
        require("identifier", identifier, 20);
    }

    private static void require(String field, String value, int max) {
        if (value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException(field + " must have 1 to " + max + " characters, but is " + value);
        }
    }
}
