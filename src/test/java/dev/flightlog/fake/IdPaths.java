package dev.flightlog.fake;

import dev.flightlog.fake.model.World;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitHub's paths by id, as its Link headers and redirects use them, turned into those by name. */
final class IdPaths {
    private static final Pattern REPOSITORY = Pattern.compile("/repositories/(\\d+)(/.*)?");
    private static final Pattern ORGANIZATION = Pattern.compile("/organizations/(\\d+)/(?!settings/)(.*)");
    private static final Pattern TEAM = Pattern.compile("team/(\\d+)(/.*)?");

    private IdPaths() {}

    static String byName(World world, String path) {
        Matcher repository = REPOSITORY.matcher(path);
        if (repository.matches()) {
            String rest = repository.group(2) == null ? "" : repository.group(2);
            return world.repository(Long.parseLong(repository.group(1)))
                    .map(found -> "/repos/" + found.fullName() + rest)
                    .orElseThrow(Refusal::notFound);
        }
        Matcher organization = ORGANIZATION.matcher(path);
        if (organization.matches()) {
            return world.findOrganization(organization.group(1))
                    .map(found -> "/orgs/" + found.login() + "/" + team(world, organization))
                    .orElseThrow(Refusal::notFound);
        }
        return path;
    }

    private static String team(World world, Matcher organization) {
        Matcher team = TEAM.matcher(organization.group(2));
        if (!team.matches()) {
            return organization.group(2);
        }
        String rest = team.group(2) == null ? "" : team.group(2);
        return world.findOrganization(organization.group(1)).stream()
                .flatMap(found -> found.teams().stream())
                .filter(each -> Long.toString(each.id()).equals(team.group(1)))
                .findFirst()
                .map(each -> "teams/" + each.slug() + rest)
                .orElseThrow(Refusal::notFound);
    }
}
