package dev.flightlog.webhook;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.database.StreamedBytes;
import dev.flightlog.jobs.QueuedJob;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Deliveries in Postgres, each once. */
@Singleton
public class DeliveryStore {
    /** Less than the ten seconds that GitHub waits. */
    private static final Duration MAX_ANSWER = Duration.ofSeconds(5);

    private final Database database;

    DeliveryStore(Database database) {
        this.database = database;
    }

    /**
     * Adds a delivery with the job that will handle it, both or neither. One statement, because this is what every
     * delivery waits for.
     *
     * @return false when the delivery is here already: then nothing changes
     */
    boolean add(Incoming delivery, Instant receivedAt) {
        return add(delivery.guid(), delivery.event(), delivery.payload(), delivery.job(), receivedAt);
    }

    /** As {@link #add(Incoming, Instant)}, for a large payload that is streamed to Postgres and never in memory. */
    boolean add(UUID guid, String event, StreamedBytes payload, QueuedJob job, Instant receivedAt) {
        return add(guid, event, (Object) payload, job, receivedAt);
    }

    private boolean add(UUID guid, String event, Object payload, QueuedJob job, Instant receivedAt) {
        return database.within(
                        MAX_ANSWER,
                        () -> database.update(
                                """
                                with fresh as (
                                    insert into delivery (guid, event, payload, received_at)
                                    values (?, ?, ?, ?)
                                    on conflict (guid) do nothing
                                    returning received_at)
                                insert into scheduled_tasks
                                    (task_name, task_instance, task_data, execution_time, picked, version, priority)
                                select ?, ?, ?, received_at, false, 1, ? from fresh
                                on conflict (task_name, task_instance) do update set execution_time = excluded.execution_time
                                """,
                                guid,
                                event,
                                payload,
                                receivedAt,
                                job.name(),
                                job.key(),
                                job.data(),
                                job.priority()))
                == 1;
    }

    /** As {@link #add}, for several at once: all or none. GUIDs of those that were not here. */
    Set<UUID> addAll(List<Incoming> deliveries, Instant receivedAt) {
        // In the order of their keys, so that two processes with the same ones wait for each other and do not lock.
        return new HashSet<>(database.within(
                MAX_ANSWER,
                () -> database.list(
                        """
                        with incoming as (
                            select distinct on (guid) *
                            from unnest(?::uuid[], ?::text[], ?::bytea[], ?::text[], ?::bytea[], ?::int[])
                              as incoming (guid, event, payload, job, data, priority)
                            order by guid)
                        , fresh as (
                            insert into delivery (guid, event, payload, received_at)
                            select guid, event, payload, ? from incoming
                            on conflict (guid) do nothing
                            returning guid, received_at)
                        , queued as (
                            insert into scheduled_tasks
                                (task_name, task_instance, task_data, execution_time, picked, version, priority)
                            select job, guid::text, data, received_at, false, 1, priority from incoming join fresh using (guid)
                            on conflict (task_name, task_instance) do update set execution_time = excluded.execution_time)
                        select guid from fresh
                        """,
                        row -> row.uuid("guid"),
                        column(deliveries, Incoming::guid),
                        column(deliveries, Incoming::event),
                        column(deliveries, Incoming::payload),
                        column(deliveries, delivery -> delivery.job().name()),
                        column(deliveries, delivery -> delivery.job().data()),
                        column(deliveries, delivery -> delivery.job().priority()),
                        receivedAt)));
    }

    private static <T> List<T> column(List<Incoming> deliveries, Function<Incoming, T> part) {
        return deliveries.stream().map(part).toList();
    }

    /** A delivery that still waits to be handled; its payload is left out where it is larger than that. */
    @Nullable
    Waiting waiting(UUID guid, long mostBytes) {
        return database.first("""
            select guid, event, case when octet_length(payload) <= ? then payload end as payload
            from delivery where guid = ? and state = 'received'
            """, DeliveryStore::waiting, mostBytes, guid);
    }

    private static Waiting waiting(Row row) throws SQLException {
        byte[] payload = row.bytesOrNull("payload");
        return payload == null
                ? new Waiting.Large()
                : new Waiting.Usual(new Delivery(row.uuid("guid"), row.text("event"), StoredPayload.read(payload)));
    }

    /** One with a large payload that still waits to be handled; the payload is in memory once. */
    @Nullable
    Delivery waitingLarge(UUID guid) {
        return database.firstInBinary(
                "select guid, event, payload from delivery where guid = ? and state = 'received'",
                row -> new Delivery(row.uuid("guid"), row.text("event"), row.bytes("payload")),
                guid);
    }

    /** Notes the end of a delivery and forgets its payload. */
    void close(UUID guid, boolean acted, Instant at) {
        database.update("""
            update delivery
            set state = ?, handled_at = ?, attempts = attempts + 1, payload = null, problem = null
            where guid = ? and state = 'received'
            """, acted ? "handled" : "ignored", at, guid);
    }

    /** Keeps the payload, for an operator to replay. */
    void setAside(UUID guid, int attempts, String problem, Instant at) {
        database.update("""
            update delivery set state = 'set_aside', handled_at = ?, attempts = ?, problem = ?
            where guid = ? and state = 'received'
            """, at, attempts, problem, guid);
    }

    /** Those that were set aside, with or without their payload. */
    List<UUID> setAside() {
        return database.list(
                "select guid from delivery where state = 'set_aside' order by received_at", row -> row.uuid("guid"));
    }

    /** As it came in; null where it is gone. */
    byte @Nullable [] setAsidePayload(UUID guid) {
        return database.firstInBinary(
                "select payload from delivery where guid = ? and state = 'set_aside' and payload is not null",
                row -> StoredPayload.read(row.bytes("payload")),
                guid);
    }

    /** Forgets the payload of a delivery that was set aside, and what went wrong with it. */
    void forgetPayload(UUID guid, Instant at) {
        database.update("""
            update delivery set state = 'ignored', handled_at = ?, payload = null, problem = null
            where guid = ? and state = 'set_aside'
            """, at, guid);
    }

    /** Opens deliveries again that were set aside: one, or all. Their GUIDs. */
    List<UUID> reopen(@Nullable UUID guid) {
        return database.list("""
            update delivery set state = 'received', problem = null
            where state = 'set_aside' and problem is not null and (?::uuid is null or guid = ?)
            returning guid
            """, row -> row.uuid("guid"), guid, guid);
    }

    /** Those of the given deliveries that are here. */
    Set<UUID> known(Collection<UUID> guids) {
        return new HashSet<>(
                database.list("select guid from delivery where guid = any(?::uuid[])", row -> row.uuid("guid"), guids));
    }

    public int setAsideCount() {
        return database.one(
                "select count(*) as deliveries from delivery where state = 'set_aside' and problem is not null",
                row -> row.integer("deliveries"));
    }

    /** Forgets deliveries that ended before a moment; those set aside stay. */
    public int forget(Instant before) {
        return database.update(
                "delete from delivery where state in ('handled', 'ignored') and received_at < ?", before);
    }

    /** Forgets deliveries that were set aside before a moment, with what they say of people. */
    public int forgetSetAside(Instant before) {
        return database.update("delete from delivery where state = 'set_aside' and handled_at < ?", before);
    }

    /** A waiting delivery: as it is, or too large to be read together with others. */
    sealed interface Waiting {
        record Usual(Delivery delivery) implements Waiting {}

        record Large() implements Waiting {}
    }

    /**
     * A delivery on its way in.
     *
     * @param payload as it is stored
     * @param job what will handle it; its key is the GUID
     */
    record Incoming(UUID guid, String event, byte[] payload, QueuedJob job) {
        @Override
        public String toString() {
            return "Incoming[" + guid + ", " + event + ", " + payload.length + " bytes]";
        }
    }
}
