package dev.flightlog.health;

/**
 * Why GitHub refuses the App's key, known by GitHub's words (github.md: App tokens): each has another remedy. What is in none
 * of them, such as a wrong clock, is {@link #OTHER}.
 */
enum KeyRefusal {
    UNKNOWN_APP(
            "Integration not found",
            "no App has the ID in FLIGHTLOG_GITHUB_APP_ID. The operator sets it to the App ID or the client ID on the App's"
                    + " settings page; the ID of the installation is another number."),
    OTHER_KEY(
            "A JSON web token could not be decoded",
            "the private key is not one of the App in FLIGHTLOG_GITHUB_APP_ID. The operator sets the ID and the key of the"
                    + " same App; a key that was deleted on GitHub is replaced by a new one."),
    NO_KEY(
            "Integration must generate a public key",
            "the App in FLIGHTLOG_GITHUB_APP_ID has no private key. The operator checks the ID, or generates a private key"
                    + " on the App's settings page and sets it."),
    NO_NUMBER(
            "'Issuer' claim ('iss') must be an Integer",
            "this GitHub takes the number only. The operator sets FLIGHTLOG_GITHUB_APP_ID to the App ID, not to the client"
                    + " ID."),
    OTHER("", "The operator checks FLIGHTLOG_GITHUB_APP_ID and the private key: both must be of this App.");

    private final String said;
    private final String remedy;

    KeyRefusal(String said, String remedy) {
        this.said = said;
        this.remedy = remedy;
    }

    static KeyRefusal of(String said) {
        for (KeyRefusal refusal : values()) {
            if (refusal != OTHER && said.startsWith(refusal.said)) {
                return refusal;
            }
        }
        return OTHER;
    }

    /** Cause and remedy. */
    String remedy() {
        return "GitHub does not accept the app's key" + (this == OTHER ? ". " : ": ") + remedy;
    }
}
