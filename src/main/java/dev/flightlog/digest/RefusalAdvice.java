package dev.flightlog.digest;

/**
 * What a person can do about a card that a chat did not take, as sentences. Pure.
 *
 * <p>See https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks and
 * https://learn.microsoft.com/power-automate/teams/teams-flow-in-trigger (seen 2026-11-28).
 */
final class RefusalAdvice {
    private static final String NEXT_WEEK = "the next week's is sent as usual";

    private RefusalAdvice() {}

    /** @param status HTTP status with which it was refused */
    static String of(ChatKind kind, int status) {
        return switch (status) {
            case 400, 413, 415, 422 ->
                switch (kind) {
                    case SLACK ->
                        "The card itself is what Slack does not take: a new webhook would change nothing. Report this"
                                + " answer to whoever maintains Flightlog; " + NEXT_WEEK + ".";
                    case TEAMS ->
                        "The workflow is switched off, or does not take the card: its owner finds why in the workflow's"
                                + " run history and switches it on; " + NEXT_WEEK + ".";
                };
            case 401 ->
                "The webhook asks for a sign-in: its owner lets anyone trigger it, or the operator makes a new webhook"
                        + " in "
                        + kind.written() + " and sets its address; to a new address it is sent by itself.";
            case 403 ->
                "An admin of " + kind.written()
                        + " allows this webhook to post, or the operator makes a new one and sets"
                        + " its address; to a new address it is sent by itself.";
            default ->
                status < 400
                        ? "The address leads elsewhere, so it is not that of a webhook: the operator sets the right"
                                + " one; then it is sent."
                        : "The operator makes a new webhook in " + kind.written()
                                + " and sets its address; then it is sent.";
        };
    }

    /** For what the chat put off, or could not be reached for, so often that it is given up. */
    static String givenUp(ChatKind kind) {
        return "It is not sent again; " + NEXT_WEEK + ". If that fails too, look whether " + kind.written()
                + " can be reached from the server, and what else posts with this webhook.";
    }
}
