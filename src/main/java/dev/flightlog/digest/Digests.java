package dev.flightlog.digest;

import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.text.Dates;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Tells how the digest of an organization is. */
@Singleton
public class Digests {
    private final DigestAddresses addresses;
    private final DigestStore store;

    Digests(DigestAddresses addresses, DigestStore store) {
        this.addresses = addresses;
        this.store = store;
    }

    /** Asks the settings and the database, not the chat. */
    public DigestStatus of(Organization organization, Policy policy) {
        if (!policy.summary().digest()) {
            return DigestStatus.OFF;
        }
        return switch (addresses.of(organization)) {
            case DigestAddresses.Target.NotSet _ ->
                person("The policy switches the digest on, but this server has no webhook address for this"
                        + " organization. The"
                        + " operator"
                        + " sets"
                        + " " + DigestAddresses.FILE + " or " + DigestAddresses.URL + ".");
            case DigestAddresses.Target.Wrong(String sentence) -> person(sentence);
            case DigestAddresses.Target.Found(DigestAddress address) -> {
                SentDigest last = store.latest(organization.id());
                SentDigest before = last == null
                        ? null
                        : store.find(organization.id(), last.week().previous());
                yield before != null && before.state() == SentDigest.State.OVERTAKEN
                        ? sent(address, last).with(overtaken(before))
                        : sent(address, last);
            }
        };
    }

    private static String overtaken(SentDigest digest) {
        return "The digest of " + digest.week() + " was not sent: " + digest.detail() + ", until a newer week was due.";
    }

    private static DigestStatus sent(DigestAddress address, @org.jspecify.annotations.Nullable SentDigest last) {
        String chat = address.kind().written();
        if (last == null) {
            return fine("Goes to " + chat + " after the next weekly post.");
        }
        String week = "The digest of " + last.week();
        return switch (last.state()) {
            case SENT -> fine(week + " went to " + last.chat().written() + " on " + day(last.claimedAt()) + ".");
            case SENDING -> new DigestStatus(DigestStatus.State.WAITS, week + " is being sent.");
            case WAITING ->
                new DigestStatus(
                        DigestStatus.State.WAITS,
                        week + " waits: " + last.detail() + ". It is sent again by itself"
                                + (last.notBefore() == null ? "." : " at " + last.notBefore() + "."));
            case UNKNOWN ->
                person(week + " was sent, and whether it arrived is not known: " + last.detail()
                        + ". Look in the chat; it is not sent again, and the next week's is sent as usual.");
            case OVERTAKEN ->
                new DigestStatus(DigestStatus.State.WAITS, overtaken(last) + " The next week's is sent as usual.");
            case REFUSED ->
                last.address().equals(address.fingerprint())
                        ? person(week + " was not sent: " + last.detail())
                        : new DigestStatus(DigestStatus.State.WAITS, week + " is sent to the new address by itself.");
        };
    }

    private static String day(Instant moment) {
        return Dates.day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    private static DigestStatus fine(String sentence) {
        return new DigestStatus(DigestStatus.State.FINE, sentence);
    }

    private static DigestStatus person(String sentence) {
        return new DigestStatus(DigestStatus.State.NEEDS_A_PERSON, sentence);
    }
}
