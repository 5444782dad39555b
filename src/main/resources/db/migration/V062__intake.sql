-- Taking a delivery in and noting its end touch fewer indexes. What is taken in waits for this, ten seconds at the most.

-- A version with another state stays beside the old one in its page (HOT) when no index names the state, and there is room.
drop index delivery_set_aside_idx;
create index delivery_set_aside_idx on delivery (received_at) where problem is not null;
alter table delivery set (fillfactor = 80);

-- Deliveries come in the order of time, and are forgotten in it: a few blocks' ranges say where the old ones are.
drop index delivery_received_idx;
create index delivery_received_idx on delivery using brin (received_at) with (pages_per_range = 32, autosummarize = on);

-- Only jobs that are being run have a sign of life.
drop index scheduled_tasks_heartbeat_idx;
create index scheduled_tasks_heartbeat_idx on scheduled_tasks (last_heartbeat) where last_heartbeat is not null;

comment on column delivery.payload is 'The JSON body as received, up to 64 KB compressed with zstd; forgotten once handled.';
comment on column delivery.problem is 'Why it was set aside, without payload; null unless it is.';
