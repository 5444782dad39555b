package dev.flightlog.fake;

/** GitHub's limit for bodies of issues, comments and discussions (github.md: Text limits). */
final class Bodies {
    private static final int LONGEST = 65_536;

    private Bodies() {}

    static String check(String resource, String body) {
        if (body.length() > LONGEST) {
            throw Refusal.violation(
                    Answer.validationFailed(
                            resource, "body", "custom", "body is too long (maximum is 65536 characters)"),
                    "body has " + body.length() + " characters");
        }
        return body;
    }

    static String checkNotBlank(String resource, String body) {
        if (body.isBlank()) {
            throw Refusal.violation(
                    Answer.validationFailed(resource, "body", "missing_field", "body can't be blank"), "body is blank");
        }
        return check(resource, body);
    }
}
