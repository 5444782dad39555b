package dev.flightlog.fake;

import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Repository;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Installation tokens: opaque, one hour long, every other one about 520 characters (github.md: App tokens). */
final class Tokens {
    /** What a token stands for; repositories are null when not narrowed down. */
    record Grant(
            Installation installation,
            Map<String, String> permissions,
            @Nullable Set<Long> repositories,
            Instant expiresAt) {
        boolean sees(Repository repository) {
            return installation.sees(repository) && (repositories == null || repositories.contains(repository.id()));
        }
    }

    private static final Duration LIFE = Duration.ofHours(1);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final long appId;
    private long issued;

    Tokens(long appId) {
        this.appId = appId;
    }

    synchronized String issue(
            Installation installation, Map<String, String> permissions, @Nullable Set<Long> repositories, Instant now) {
        issued++;
        String token = issued % 2 == 1 ? longToken(issued) : "ghs_" + letters(issued, 36);
        grants.put(token, new Grant(installation, permissions, repositories, now.plus(LIFE)));
        return token;
    }

    Optional<Grant> find(String token) {
        return Optional.ofNullable(grants.get(token));
    }

    /** True for a token that was good once and was taken back by GitHub, which is nobody's mistake. */
    boolean wasRevoked(String token) {
        return revoked.contains(token);
    }

    void revoke(String token) {
        grants.remove(token);
        revoked.add(token);
    }

    void revokeAllOf(Installation installation) {
        grants.forEach((token, grant) -> {
            if (grant.installation() == installation) {
                revoke(token);
            }
        });
    }

    synchronized long issued() {
        return issued;
    }

    private String longToken(long serial) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header = base64.encodeToString("{\"alg\":\"ES256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        int variable = (int) (serial % 7);
        return "ghs_" + appId + "_" + header + "." + letters(serial, 260 + variable) + "_-" + "."
                + letters(serial + 1, 200) + "-_";
    }

    private static String letters(long seed, int count) {
        Random random = new Random(seed * 7919);
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
