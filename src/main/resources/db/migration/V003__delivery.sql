-- Webhook deliveries, each once.

create table delivery (
    guid        uuid        not null
  , event       text        not null
  , payload     bytea
  , received_at timestamptz not null
  , state       text        not null default 'received'
  , handled_at  timestamptz
  , attempts    int         not null default 0
  , problem     text
  , constraint delivery_pk primary key (guid)
  , constraint delivery_state_check check (state in ('received', 'handled', 'ignored', 'set_aside'))
);
create index delivery_received_idx on delivery (received_at);
create index delivery_set_aside_idx on delivery (received_at) where state = 'set_aside';

comment on table delivery is 'Webhook deliveries that were accepted. The GUID is the key, so that a delivery has one effect however often it comes.';
comment on column delivery.guid is 'X-GitHub-Delivery: the same on every redelivery.';
comment on column delivery.event is 'X-GitHub-Event.';
comment on column delivery.payload is 'The JSON body as received; forgotten once handled.';
comment on column delivery.received_at is 'When it was committed.';
comment on column delivery.state is 'received; handled; ignored (an event we do not act on); set_aside (could not be handled, waits for an operator).';
comment on column delivery.handled_at is 'When the state last changed.';
comment on column delivery.attempts is 'How often handling was tried.';
comment on column delivery.problem is 'Why it was set aside, without payload.';

create table delivery_sweep (
    app_id     text        not null
  , high_water timestamptz not null
  , swept_at   timestamptz not null
  , constraint delivery_sweep_pk primary key (app_id)
);

comment on table delivery_sweep is 'How far GitHub''s own delivery log was compared with ours.';
comment on column delivery_sweep.app_id is 'The app whose log it is.';
comment on column delivery_sweep.high_water is 'Every delivery that GitHub tried before this moment is known to be here or was asked for again.';
comment on column delivery_sweep.swept_at is 'When the log was last read.';

create table redelivery (
    guid         uuid        not null
  , requested_at timestamptz not null
  , requests     int         not null
  , constraint redelivery_pk primary key (guid)
);
comment on table redelivery is 'Deliveries that GitHub was asked to send again, so that asking is bounded.';
comment on column redelivery.guid is 'The delivery.';
comment on column redelivery.requested_at is 'When it was last asked for.';
comment on column redelivery.requests is 'How often it was asked for.';
