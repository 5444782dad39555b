-- When people held a seat, as far as it is known: what decides which teams were large enough on a day.

create view seat_held as
select org_id, person_id
     , (least(created_at, first_seen_at) at time zone 'utc')::date      as since
     , coalesce((ended_at at time zone 'utc')::date, 'infinity'::date) as until
  from seat;

comment on view seat_held is 'From which day to which a seat was held, both included. A pause between is in seat_pause.';
comment on column seat_held.org_id is 'The organization.';
comment on column seat_held.person_id is 'Who held it.';
comment on column seat_held.since is 'UTC day: when GitHub says that access was granted, or the first listing with the seat if that was earlier.';
comment on column seat_held.until is 'UTC day of the first listing without the seat; infinity while it is held.';

create view seat_pause as
select org_id, person_id
     , (changed_at at time zone 'utc')::date + 1 as since
     , (next_at at time zone 'utc')::date - 1    as until
  from (
    select org_id, person_id, change, changed_at
         , lead(change) over later     as next_change
         , lead(changed_at) over later as next_at
      from seat_change
     where change in ('granted', 'revoked')
    window later as (partition by org_id, person_id order by changed_at)
  ) as changed
 where change = 'revoked' and next_change = 'granted';

comment on view seat_pause is 'Days on which a person had no seat between two times with one, both included.';
comment on column seat_pause.org_id is 'The organization.';
comment on column seat_pause.person_id is 'Who had none.';
comment on column seat_pause.since is 'UTC day after the listing without the seat.';
comment on column seat_pause.until is 'UTC day before the first listing with it again.';
