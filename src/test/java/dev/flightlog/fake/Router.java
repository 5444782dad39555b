package dev.flightlog.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of endpoints. */
final class Router {
    /** A route and the variables of a path. */
    record Match(Route route, Map<String, String> variables) {}

    private final List<Route> routes = new ArrayList<>();

    Router get(String path, Access access, Handler handler) {
        return add("GET", path, access, handler);
    }

    Router post(String path, Access access, Handler handler) {
        return add("POST", path, access, handler);
    }

    Router add(String method, String path, Access access, Handler handler) {
        routes.add(Route.of(method, path, access, handler));
        return this;
    }

    Optional<Match> find(String method, String path) {
        for (Route route : routes) {
            if (route.method().equals(method)) {
                Optional<Match> match = route.match(path).map(variables -> new Match(route, variables));
                if (match.isPresent()) {
                    return match;
                }
            }
        }
        return Optional.empty();
    }
}
