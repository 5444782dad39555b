-- Requests that change seats at GitHub: noted before they are sent, so that an unknown end is looked up.

create table seat_write (
    org_id      bigint      not null
  , write_id    uuid        not null
  , kind        text        not null
  , claimed_at  timestamptz not null
  , sent        int         not null
  , answered_at timestamptz
  , seats       int
  , constraint seat_write_pk primary key (org_id, write_id)
  , constraint seat_write_kind_check check (kind in ('cancel', 'assign'))
  , constraint seat_write_answer_check check ((answered_at is null) = (seats is null))
);

comment on table seat_write is 'Requests that change seats at GitHub. Whom they name stands in the rows that carry their write_id.';
comment on column seat_write.org_id is 'The organization.';
comment on column seat_write.write_id is 'The request.';
comment on column seat_write.kind is 'cancel or assign.';
comment on column seat_write.claimed_at is 'When it was noted, just before it was sent.';
comment on column seat_write.sent is 'How many people it names.';
comment on column seat_write.answered_at is 'When GitHub answered; null while that is not known.';
comment on column seat_write.seats is 'How many seats GitHub said it changed; null without an answer.';
