package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.World;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request to an endpoint, as its handler sees it. */
record Call(
        String method,
        String path,
        Map<String, String> variables,
        Map<String, String> query,
        JsonNode body,
        Caller caller,
        World world,
        String apiUrl,
        Consumer<String> violations) {

    String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("path has no " + name);
        }
        return value;
    }

    long number(String name) {
        try {
            return Long.parseLong(variable(name));
        } catch (NumberFormatException e) {
            throw Refusal.violation(Answer.message(404, "Not Found"), name + " is no number: " + variable(name));
        }
    }

    @Nullable
    String query(String name) {
        return query.get(name);
    }

    boolean writes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    Tokens.Grant grant() {
        return switch (caller) {
            case Caller.OfInstallation of -> of.grant();
            case Caller.Nobody _, Caller.TheApp _, Caller.OfPerson _, Caller.TheClient _, Caller.Unknown _ ->
                throw new IllegalStateException("not called with an installation token");
        };
    }

    Person person() {
        if (caller instanceof Caller.OfPerson(Person person)) {
            return person;
        }
        throw new IllegalStateException("not called with a person's token");
    }

    Installation installation() {
        return grant().installation();
    }

    void violation(String text) {
        violations.accept(text);
    }

    /** The organization of the path; that of another installation is hidden, and asking for it is a violation. */
    Organization organization() {
        Organization organization = world.findOrganization(variable("org")).orElseThrow(Refusal::notFound);
        if (caller instanceof Caller.OfInstallation of && of.installation().organization() != organization) {
            throw Refusal.violation(
                    Answer.message(404, "Not Found"),
                    "token of " + of.installation().organization().login() + " used for " + organization.login());
        }
        return organization;
    }

    /** The repository of the path, if the installation sees it; writes only in the governance repository. */
    Repository repository() {
        Repository repository = named(variable("owner"), variable("repo"));
        if (!grant().sees(repository)) {
            throw Refusal.notFound();
        }
        if (writes() && !isGovernance(repository)) {
            throw Refusal.violation(
                    Answer.message(403, "Resource not accessible by integration"),
                    "wrote outside the governance repository: " + repository.fullName());
        }
        return repository;
    }

    static boolean isGovernance(Repository repository) {
        return repository
                .organization()
                .filter(of -> of.findRepository(of.governanceRepository())
                        .filter(repository::equals)
                        .isPresent())
                .isPresent();
    }

    private Repository named(String owner, String name) {
        Optional<Repository> found = world.repository(owner, name);
        if (found.isEmpty()) {
            world.repositoryFormerly(owner, name).filter(grant()::sees).ifPresent(moved -> {
                throw Refusal.of(movedTo(moved, owner, name));
            });
        }
        return found.orElseThrow(Refusal::notFound);
    }

    private Answer movedTo(Repository moved, String owner, String name) {
        String rest = path.substring(("/repos/" + owner + "/" + name).length());
        String url = apiUrl + "/repositories/" + moved.id() + rest;
        Answer answer =
                new Answer(writes() ? 307 : 301, Map.of(), Json.object("message", "Moved Permanently", "url", url));
        return answer.with("Location", url);
    }

    /** A text of the body that must be there. */
    String text(String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual()) {
            throw Refusal.malformed("\"" + field + "\" wasn't supplied or is no string.");
        }
        return value.asText();
    }

    Optional<String> optionalText(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(text(field));
    }
}
