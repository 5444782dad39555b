package dev.flightlog.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Binds an approval to the people of a list, whatever became of each of them since. */
public final class ListDigest {
    private ListDigest() {}

    /** SHA-256 over the ids of those whose seat may be taken back, as hexadecimal digits. */
    public static String of(Collection<ReviewItem> items) {
        String people = items.stream()
                .filter(ReviewItem::direct)
                .map(ReviewItem::personId)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(people.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
