-- What was done about seats, step by step.

create table seat_trail (
    org_id    bigint      not null
  , step      bigint      not null generated always as identity
  , at        timestamptz not null
  , action    text        not null
  , by_id     bigint
  , by_login  text
  , review    int
  , person_id bigint
  , login     text
  , detail    text        not null
  , origin    text
  , constraint seat_trail_pk primary key (org_id, step)
);
create index seat_trail_origin_idx on seat_trail (org_id, origin) where origin is not null;
create index seat_trail_review_idx on seat_trail (org_id, review, step);

comment on table seat_trail is 'The audit trail of seat reviews and requests. Erased with the policy''s retention.';
comment on column seat_trail.org_id is 'The organization.';
comment on column seat_trail.step is 'Counts the steps.';
comment on column seat_trail.at is 'When.';
comment on column seat_trail.action is 'What was done: started, announced, kept, approved, cancelled, expired, begun, left_out, sent, looked_up, removed, failed, by_hand, halted, done, undo_asked, undone, requested, grant_asked, granted, declined or overtaken.';
comment on column seat_trail.by_id is 'GitHub''s id of the person who did it; null where Flightlog or the policy did.';
comment on column seat_trail.by_login is 'Their name on GitHub at that time.';
comment on column seat_trail.review is 'Number of the review; null for a request.';
comment on column seat_trail.person_id is 'Whose seat; null where it is about all of a review.';
comment on column seat_trail.login is 'Their name on GitHub at that time.';
comment on column seat_trail.detail is 'More, in plain words; may be empty.';
comment on column seat_trail.origin is 'The comment or click that caused it, so that a repeated job does not do it twice; null else.';
