package dev.flightlog.web.review;

import dev.flightlog.web.Form;
import dev.flightlog.web.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The buttons of reviews and requests. Each carries a number of its own, so that a form sent twice does its work once. */
final class Buttons {
    static final String ONCE = "once";
    static final String LOGIN = "login";
    static final String REQUEST = "request";
    static final String REASON = "reason";
    static final int MAX_REASON_LENGTH = 200;

    private static final int MAX_LOGIN_LENGTH = 100;

    private static final Form.Field WHOSE = new Form.Field(LOGIN, "Login", MAX_LOGIN_LENGTH);
    private static final Form.Field WHY = new Form.Field(REASON, "Reason (may stay empty)", MAX_REASON_LENGTH);

    private Buttons() {}

    static Form start(Visit visit) {
        return form(visit, "/reviews/start", Map.of(), List.of(), "Start a seat review", "Start a seat review", "");
    }

    static Form approve(Visit visit, int number) {
        return form(visit, step(number, "approve"), Map.of(), List.of(), "Approve", "Approve this review", "primary");
    }

    static Form cancel(Visit visit, int number) {
        return form(visit, step(number, "cancel"), Map.of(), List.of(), "Cancel", "Cancel this review", "danger");
    }

    static Form keep(Visit visit, int number, String login) {
        return form(
                visit, step(number, "keep"), Map.of(LOGIN, login), List.of(), "Keep", "Keep the seat of " + login, "");
    }

    /** Where people are not named: whoever writes a login knows it already. */
    static Form keepByLogin(Visit visit, int number) {
        return form(visit, step(number, "keep"), Map.of(), List.of(WHOSE), "Keep a seat", "Keep a seat by login", "");
    }

    static Form undoByLogin(Visit visit, int number) {
        return form(
                visit, step(number, "undo-one"), Map.of(), List.of(WHOSE), "Undo one", "Give back a seat by login", "");
    }

    static Form undo(Visit visit, int number, String login) {
        return form(
                visit,
                step(number, "undo"),
                Map.of(LOGIN, login),
                List.of(),
                "Undo",
                "Give back the seat of " + login,
                "");
    }

    static Form undoAll(Visit visit, int number) {
        return form(visit, step(number, "undo"), Map.of(), List.of(), "Undo all", "Give back all seats that go on", "");
    }

    static Form grant(Visit visit, int request, String label) {
        return form(
                visit,
                "/requests/grant",
                Map.of(REQUEST, Integer.toString(request)),
                List.of(),
                "Grant",
                "Give the seat to " + label,
                "primary");
    }

    static Form decline(Visit visit, int request, String label) {
        return form(
                visit,
                "/requests/decline",
                Map.of(REQUEST, Integer.toString(request)),
                List.of(WHY),
                "Decline",
                "Decline the request of " + label,
                "");
    }

    static Form keepMine(Visit visit) {
        return form(visit, "/me/keep", Map.of(), List.of(WHY), "Keep my seat", "Keep my seat", "primary");
    }

    static Form request(Visit visit) {
        return form(visit, "/me/request", Map.of(), List.of(WHY), "Ask for a seat", "Ask for a seat", "primary");
    }

    private static String step(int number, String step) {
        return "/reviews/" + number + "/" + step;
    }

    private static Form form(
            Visit visit,
            String below,
            Map<String, String> hidden,
            List<Form.Field> fields,
            String button,
            String label,
            String style) {
        Map<String, String> sent = new HashMap<>(hidden);
        sent.put(ONCE, UUID.randomUUID().toString());
        return new Form(visit.path(below), visit.person().csrfToken(), sent, fields, button, label, style);
    }
}
