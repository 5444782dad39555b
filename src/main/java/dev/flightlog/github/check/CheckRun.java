package dev.flightlog.github.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the app says about a commit.
 *
 * @param name the same for every run of this check
 * @param actions at most three buttons
 * @param detailsUrl where <em>Details</em> leads, or null for GitHub's own page
 */
public record CheckRun(
        String name,
        String headSha,
        CheckState state,
        CheckOutput output,
        List<CheckAction> actions,
        @Nullable String detailsUrl) {
    static final String OURS = "flightlog:";

    private static final int MAX_ACTIONS = 3;
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

    public CheckRun {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (!SHA.matcher(headSha).matches()) {
            throw new IllegalArgumentException("headSha must be a commit's full id, but is " + headSha);
        }
        actions = List.copyOf(actions);
        if (actions.size() > MAX_ACTIONS) {
            throw new IllegalArgumentException("actions must be at most 3, but are " + actions.size());
        }
    }

    /** Fingerprint of what the run says, stored as {@code external_id} on GitHub. */
    String externalId() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return OURS + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
