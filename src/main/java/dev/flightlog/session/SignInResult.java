package dev.flightlog.session;

/** How a sign-in ended. */
public sealed interface SignInResult {
    /**
     * The person is signed in.
     *
     * @param sessionId for the cookie
     * @param returnTo the page they wanted to see
     */
    record Done(String sessionId, String returnTo) implements SignInResult {
        @Override
        public String toString() {
            return "Done[sessionId=***, returnTo=" + returnTo + "]";
        }
    }

    /** The person is not signed in. */
    record Refused(SignInRefusal refusal) implements SignInResult {}
}
