package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.World;
import java.util.List;

/** The start page, and what an organization has. */
final class IndexPages {
    private final Layout layout;
    private final World world;

    IndexPages(Layout layout, World world) {
        this.layout = layout;
        this.world = world;
    }

    Reply start() {
        StringBuilder html = new StringBuilder("<h2>Organizations</h2>");
        world.organizations().forEach(organization -> html.append(card(organization)));
        return Reply.html(layout.page("Simulated GitHub", html.toString()));
    }

    Reply organization(Organization organization) {
        return Reply.html(layout.page(organization.login(), card(organization) + teams(organization)));
    }

    private static String card(Organization organization) {
        StringBuilder rows = new StringBuilder();
        for (Repository repository : organization.repositories()) {
            String base = "/" + repository.fullName();
            rows.append("<div class=\"row\"><div><a class=\"title\" href=\"")
                    .append(Html.escape(base))
                    .append("\">")
                    .append(Html.escape(repository.name()))
                    .append("</a><div class=\"muted links\">")
                    .append(Html.link(base + "/issues", "Issues"))
                    .append(Html.link(base + "/pulls", "Pull requests"))
                    .append(repository.hasDiscussions() ? Html.link(base + "/discussions", "Discussions") : "")
                    .append(Html.link(base + "/checks", "Checks"))
                    .append("</div></div></div>");
        }
        return "<section class=\"file\"><header>" + Html.link("/" + organization.login(), organization.login())
                + " <span class=\"muted\">" + Html.count(organization.members().size(), "person", "people") + " · "
                + Html.count(organization.teams().size(), "team", "teams") + " · "
                + Html.count(organization.seats().size(), "Copilot seat", "Copilot seats") + "</span></header>"
                + "<div class=\"list bare\">" + rows + "</div></section>";
    }

    private static String teams(Organization organization) {
        StringBuilder rows = new StringBuilder();
        organization
                .teams()
                .forEach(team -> rows.append("<tr><td>")
                        .append(Html.escape(team.name()))
                        .append("</td><td>")
                        .append(Html.escape(
                                team.parent().map(parent -> parent.name()).orElse("–")))
                        .append("</td><td>")
                        .append(team.members().size())
                        .append("</td></tr>"));
        List<Persona> personas = Persona.of(organization);
        StringBuilder people = new StringBuilder("<p class=\"muted\">You can write as ");
        people.append(Html.escape(String.join(
                ", ",
                personas.stream()
                        .map(each -> each.person().login() + " (" + each.role() + ")")
                        .toList())));
        return "<h3>Teams</h3><div class=\"markdown\"><div"
                + " class=\"scroll\"><table><thead><tr><th>Team</th><th>Parent</th>"
                + "<th>Members</th></tr></thead><tbody>" + rows + "</tbody></table></div></div>" + people + "</p>";
    }
}
