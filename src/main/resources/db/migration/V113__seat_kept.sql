-- Seats that somebody kept are not proposed again for a while.

create table seat_kept (
    org_id     bigint      not null
  , person_id  bigint      not null
  , kept_until timestamptz not null
  , constraint seat_kept_pk primary key (org_id, person_id)
);

comment on table seat_kept is 'Seats that were kept in a review, or given back after one, and until when they are left alone.';
comment on column seat_kept.org_id is 'The organization.';
comment on column seat_kept.person_id is 'Whose seat.';
comment on column seat_kept.kept_until is 'No review proposes it before that.';
