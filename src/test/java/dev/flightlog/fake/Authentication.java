package dev.flightlog.fake;

import dev.flightlog.fake.model.World;
import org.jspecify.annotations.Nullable;

/** Finds out who calls from the Authorization header. */
final class Authentication {
    private final World world;
    private final AppJwtCheck jwtCheck;
    private final Tokens tokens;
    private final UserAuthorizations people;

    Authentication(World world, AppJwtCheck jwtCheck, Tokens tokens, UserAuthorizations people) {
        this.world = world;
        this.jwtCheck = jwtCheck;
        this.tokens = tokens;
        this.people = people;
    }

    Caller caller(@Nullable String authorization) {
        if (authorization == null) {
            return new Caller.Nobody();
        }
        String[] parts = authorization.split(" ", 2);
        if (parts.length == 2 && parts[0].equalsIgnoreCase("Basic")) {
            return people.isClient(parts[1]) ? new Caller.TheClient() : new Caller.Unknown("wrong client credentials");
        }
        if (parts.length != 2 || !(parts[0].equalsIgnoreCase("Bearer") || parts[0].equalsIgnoreCase("token"))) {
            return new Caller.Unknown("Authorization is neither Bearer nor token");
        }
        if (parts[1].startsWith("ghu_")) {
            return people.personOf(parts[1])
                    .<Caller>map(Caller.OfPerson::new)
                    .orElseGet(() -> new Caller.Unknown("unknown or ended user token"));
        }
        return parts[1].startsWith("ey") ? app(parts[1]) : installation(parts[1]);
    }

    private Caller app(String jwt) {
        String problem = jwtCheck.problem(jwt, world.now());
        return problem == null ? new Caller.TheApp() : new Caller.Unknown(problem);
    }

    private Caller installation(String token) {
        if (tokens.wasRevoked(token)) {
            throw Refusal.of(Answer.message(401, "Bad credentials"));
        }
        return tokens.find(token)
                .<Caller>map(grant -> world.now().isBefore(grant.expiresAt())
                        ? new Caller.OfInstallation(grant)
                        : new Caller.Unknown("installation token expired at " + grant.expiresAt()))
                .orElseGet(() -> new Caller.Unknown("unknown installation token of " + token.length() + " characters"));
    }
}
