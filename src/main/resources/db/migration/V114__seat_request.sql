-- Members ask for a seat.

create table seat_request (
    org_id            bigint      not null
  , number            int         not null
  , person_id         bigint      not null
  , login             text        not null
  , reason            text
  , asked_at          timestamptz not null
  , state             text        not null
  , write_id          uuid
  , answered_at       timestamptz
  , answered_by_id    bigint
  , answered_by_login text
  , answer            text
  , constraint seat_request_pk primary key (org_id, number)
  , constraint seat_request_state_check check (state in ('open', 'granting', 'granted', 'declined', 'overtaken'))
  , constraint seat_request_claim_check check ((write_id is not null) = (state = 'granting'))
);
create unique index seat_request_open_idx on seat_request (org_id, person_id) where state in ('open', 'granting');

comment on table seat_request is 'Requests for a seat; a person has one open request at most.';
comment on column seat_request.org_id is 'The organization.';
comment on column seat_request.number is 'Counts the requests of the organization, from 1.';
comment on column seat_request.person_id is 'Who asks.';
comment on column seat_request.login is 'Their name on GitHub at that time.';
comment on column seat_request.reason is 'What they said about why; null if nothing.';
comment on column seat_request.asked_at is 'When.';
comment on column seat_request.state is 'open, granting, granted, declined, or overtaken (got a seat otherwise, or left).';
comment on column seat_request.write_id is 'The request to GitHub that claims it now; null else.';
comment on column seat_request.answered_at is 'When it was answered; null while it is open.';
comment on column seat_request.answered_by_id is 'GitHub''s id of the admin who answered, or agreed; null else.';
comment on column seat_request.answered_by_login is 'Their name on GitHub at that time.';
comment on column seat_request.answer is 'What the admin said when declining; null if nothing.';
