package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Repository;
import java.util.List;
import java.util.Optional;

/** Does what a visitor's form asks for, and shows the page again. */
final class PostedForms {
    private final Acts acts;

    PostedForms(Acts acts) {
        this.acts = acts;
    }

    Optional<Reply> post(Repository repository, List<String> rest, Visit visit) {
        String back = "/" + repository.fullName() + "/" + String.join("/", rest.subList(0, Math.min(2, rest.size())));
        if (rest.equals(List.of("propose"))) {
            int number = acts.propose(repository, visit.form("login"), visit.form("path"), text(visit));
            return Optional.of(Reply.seeOther("/" + repository.fullName() + "/pull/" + number));
        }
        boolean done = switch (rest.size()) {
            case 1 -> postTo(repository, rest.getFirst(), visit);
            case 3 -> postTo(repository, rest.get(0), rest.get(1), rest.get(2), visit);
            default -> false;
        };
        if (!done) {
            return Optional.empty();
        }
        return Optional.of(Reply.seeOther(
                switch (rest.getFirst()) {
                    case "runs" -> "/" + repository.fullName() + "/runs/" + rest.get(1);
                    default -> back;
                }));
    }

    private boolean postTo(Repository repository, String what, Visit visit) {
        switch (what) {
            case "issues" -> acts.openIssue(repository, visit.form("login"), visit.form("title"), text(visit));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean postTo(Repository repository, String kind, String id, String what, Visit visit) {
        return switch (kind + "/" + what) {
            case "issues/comments" ->
                did(Pages.issue(repository, id), issue -> acts.comment(issue, visit.form("login"), text(visit)));
            case "discussions/comments" ->
                did(
                        Pages.discussion(repository, id),
                        discussion -> acts.reply(
                                discussion,
                                Pages.comment(discussion, visit.form("reply_to"))
                                        .orElse(null),
                                visit.form("login"),
                                text(visit)));
            case "pull/merge" -> did(Pages.pull(repository, id), pull -> acts.merge(pull, admin(repository)));
            case "runs/actions" ->
                did(
                        Pages.number(id).flatMap(repository::checkRun),
                        run -> acts.clickAction(run, admin(repository), visit.form("identifier")));
            case "runs/rerun" ->
                did(Pages.number(id).flatMap(repository::checkRun), run -> acts.rerun(run, admin(repository)));
            default -> false;
        };
    }

    private static <T> boolean did(Optional<T> thing, java.util.function.Consumer<T> act) {
        thing.ifPresent(act);
        return thing.isPresent();
    }

    /** Browsers send CR LF in forms. */
    private static String text(Visit visit) {
        return visit.form("body").replace("\r\n", "\n");
    }

    private static String admin(Repository repository) {
        Organization organization = repository.organization().orElseThrow();
        return Persona.of(organization).getFirst().person().login();
    }
}
