package dev.flightlog.fake;

import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sign-in's calls: the code's exchange, who the person is, where they belong, and the end of their token. */
final class SignInRoutes {
    private final UserAuthorizations authorizations;
    private final AccountShapes shapes;
    private final Urls urls;

    SignInRoutes(UserAuthorizations authorizations, AccountShapes shapes, Urls urls) {
        this.authorizations = authorizations;
        this.shapes = shapes;
        this.urls = urls;
    }

    void addTo(Router router) {
        router.post("/login/oauth/access_token", Access.ANYONE, authorizations::exchange)
                .get("/user", Access.PERSON, call -> Answer.ok(shapes.profile(call.person())))
                .get("/user/memberships/orgs/{org}", Access.PERSON, this::membership)
                .add("DELETE", "/applications/{client}/token", Access.CLIENT, this::end);
    }

    private Answer membership(Call call) {
        Organization organization =
                call.world().findOrganization(call.variable("org")).orElseThrow(Refusal::notFound);
        Person person = call.person();
        if (organization.singleSignOnMissing(person)) {
            String url = urls.web() + "/orgs/" + organization.login() + "/sso?authorization_request="
                    + URLEncoder.encode(person.login(), StandardCharsets.UTF_8);
            return Answer.message(
                            403,
                            "Resource protected by organization SAML enforcement. You must grant your OAuth token"
                                    + " access to this organization.")
                    .with("X-GitHub-SSO", "required; url=" + url);
        }
        if (organization.blocksUserTokens()) {
            return Answer.message(
                    403,
                    "Although you appear to have the correct authorization credentials, the `" + organization.login()
                            + "` organization has enabled restrictions.");
        }
        return Answer.ok(
                shapes.membership(organization, organization.member(person.id()).orElseThrow(Refusal::notFound)));
    }

    private Answer end(Call call) {
        return authorizations.end(call.text("access_token")) ? Answer.NO_CONTENT : Answer.message(404, "Not Found");
    }
}
