package dev.flightlog.fake.page;

import dev.flightlog.fake.model.World;

/** Where an owner installs the App: on which organization, with all of its repositories. */
final class InstallPages {
    private final Layout layout;
    private final World world;
    private final Acts acts;

    InstallPages(Layout layout, World world, Acts acts) {
        this.layout = layout;
        this.world = world;
        this.acts = acts;
    }

    Reply answer(Visit visit) {
        if (!visit.method().equals("POST")) {
            return Reply.html(layout.page("Install the App", choice(visit.path())));
        }
        return world.findOrganization(visit.form("organization"))
                .map(organization -> Reply.seeOther(acts.install(organization)))
                .orElseGet(() -> Reply.html(
                        404, layout.page("Not found", "<p class=\"blank\">There is no such organization.</p>")));
    }

    private String choice(String path) {
        StringBuilder page = new StringBuilder("<h2>Install the App</h2><p>On all repositories of:</p>");
        world.organizations()
                .forEach(organization -> page.append("<form method=\"post\" action=\"")
                        .append(Html.escape(path))
                        .append("\"><p><button class=\"primary\" name=\"organization\" value=\"")
                        .append(Html.escape(organization.login()))
                        .append("\">")
                        .append(Html.escape(organization.login()))
                        .append("</button></p></form>"));
        return page.toString();
    }
}
