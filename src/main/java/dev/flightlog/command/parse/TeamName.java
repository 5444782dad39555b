package dev.flightlog.command.parse;

import java.util.Optional;

/**
 * A team as somebody writes it: {@code payments} or {@code @acme/payments}.
 *
 * @param organization the part before the slash, where it is given
 */
public record TeamName(Optional<String> organization, String slug) {
    /** False where another organization's team is meant. */
    public boolean isOf(String login) {
        return organization.map(login::equalsIgnoreCase).orElse(true);
    }
}
