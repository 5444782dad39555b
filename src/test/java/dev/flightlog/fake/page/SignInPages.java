package dev.flightlog.fake.page;

import dev.flightlog.fake.model.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Authorizes the App as GitHub's page does, but lets you choose who you are. */
final class SignInPages {
    private final Layout layout;
    private final World world;
    private final Acts acts;

    SignInPages(Layout layout, World world, Acts acts) {
        this.layout = layout;
        this.world = world;
        this.acts = acts;
    }

    Reply answer(Visit visit) {
        Optional<String> problem;
        try {
            problem = acts.authorizationProblem(visit.query());
        } catch (IllegalArgumentException unknown) {
            return Reply.html(
                    404, layout.page("Not found", "<p class=\"blank\">There is no App with that client_id.</p>"));
        }
        if (problem.isPresent()) {
            return Reply.seeOther(problem.get());
        }
        if (!visit.method().equals("POST")) {
            return Reply.html(layout.page("Authorize", choice(visit.query())));
        }
        return Reply.seeOther(
                visit.form("login").isEmpty()
                        ? acts.deny(visit.query())
                        : acts.authorize(visit.query(), visit.form("login")));
    }

    private String choice(Map<String, String> query) {
        Map<String, String> people = new LinkedHashMap<>();
        world.organizations()
                .forEach(organization -> Persona.of(organization)
                        .forEach(persona -> people.merge(
                                persona.person().login(),
                                persona.role() + " of " + organization.login(),
                                (one, other) -> one + ", " + other)));
        StringBuilder rows =
                new StringBuilder("<h2>Who are you?</h2><p>On GitHub you would be signed in already, and this"
                        + " page would ask whether Flightlog may learn who you are.</p>");
        people.forEach((login, role) -> rows.append(button(query, login, "Continue as " + login, role)));
        return rows.append(button(query, "", "Cancel", "says no, as somebody may on GitHub"))
                .toString();
    }

    private static String button(Map<String, String> query, String login, String label, String what) {
        StringBuilder action = new StringBuilder("/login/oauth/authorize?");
        query.forEach((name, value) -> action.append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8))
                .append('&'));
        return "<form method=\"post\" action=\"" + Html.escape(action.toString())
                + "\"><p><input type=\"hidden\" name=\"login\""
                + " value=\"" + Html.escape(login) + "\"><button class=\"primary\">" + Html.escape(label)
                + "</button> <span class=\"muted\">" + Html.escape(what) + "</span></p></form>";
    }
}
