package dev.flightlog.fake;

import dev.flightlog.fake.model.Installation;
import java.util.List;
import java.util.Set;

/** Lets a request in: headers, kind of token, suspension, permission. */
final class Gate {
    private static final Set<String> VERSIONS = Set.of("2022-11-28", "2026-03-10");

    private final FakeApp app;
    private final Set<String> optionalPermissions;

    Gate(FakeApp app, Set<String> optionalPermissions) {
        this.app = app;
        this.optionalPermissions = optionalPermissions;
    }

    void checkHeaders(Received received) {
        if (received.header("user-agent") == null) {
            throw Refusal.violation(
                    Answer.message(
                            403,
                            "Request forbidden by administrative rules. Please make sure your request has a"
                                    + " User-Agent header"),
                    "no User-Agent");
        }
        if (received.header("accept") == null) {
            throw Refusal.violation(Answer.message(415, "Must accept 'application/json'"), "no Accept");
        }
        String version = received.header("x-github-api-version");
        if (version != null && !VERSIONS.contains(version)) {
            throw Refusal.violation(
                    Answer.message(410, "\"" + version + "\" is not a supported version"),
                    "X-GitHub-Api-Version " + version);
        }
    }

    void check(Access access, Caller caller) {
        if (caller instanceof Caller.Unknown unknown) {
            throw Refusal.violation(access instanceof Access.App ? refusal(unknown) : badCredentials(), unknown.why());
        }
        switch (access) {
            case Access.Anyone _ -> {}
            case Access.App _ -> checkApp(caller);
            case Access.Token _ -> installation(caller);
            case Access.Person _ -> require(caller instanceof Caller.OfPerson, "a person's token");
            case Access.Client _ -> require(caller instanceof Caller.TheClient, "the client's id and secret");
            case Access.AnyOf anyOf -> checkPermissions(anyOf.permissions(), installation(caller));
        }
    }

    private static Answer badCredentials() {
        return Answer.message(401, "Bad credentials");
    }

    private static Answer refusal(Caller.Unknown app) {
        if (app.why().startsWith(AppJwtCheck.OTHER_ISSUER)) {
            return Answer.message(404, "Integration not found");
        }
        return Answer.message(401, AppJwtCheck.said(app.why()));
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw Refusal.violation(Answer.message(401, "Requires authentication"), "needs " + what);
        }
    }

    private static void checkApp(Caller caller) {
        if (!(caller instanceof Caller.TheApp)) {
            throw Refusal.violation(
                    Answer.message(401, "A JSON web token could not be decoded"), "needs the App's JWT");
        }
    }

    private static Tokens.Grant installation(Caller caller) {
        if (!(caller instanceof Caller.OfInstallation of)) {
            throw Refusal.violation(Answer.message(401, "Requires authentication"), "needs an installation token");
        }
        if (of.installation().suspendedAt().isPresent()) {
            throw Refusal.of(Answer.message(403, "This installation has been suspended"));
        }
        return of.grant();
    }

    private void checkPermissions(List<Permission> anyOf, Tokens.Grant grant) {
        Installation installation = grant.installation();
        boolean held = anyOf.stream()
                .anyMatch(each -> each.heldBy(grant.permissions()) && each.heldBy(installation.permissions()));
        if (held) {
            return;
        }
        Answer answer = Answer.message(403, "Resource not accessible by integration");
        boolean expected = anyOf.stream()
                .anyMatch(each -> each.heldBy(app.permissions())
                        || (!each.write() && optionalPermissions.contains(each.key()))
                        || (each.write() && installation.wasGranted(each.key(), "write")));
        if (expected) {
            throw Refusal.of(answer);
        }
        throw Refusal.violation(answer, "needs " + anyOf + ", which the App does not ask for");
    }
}
