-- Seat reviews: idle seats are proposed, kept, approved and taken back.

create table seat_review (
    org_id            bigint      not null
  , number            int         not null
  , state             text        not null
  , started_at        timestamptz not null
  , started_by_id     bigint
  , started_by_login  text
  , idle_after_days   int         not null
  , notice_days       int         not null
  , more_seats        int         not null
  , announced_at      timestamptz
  , notice_ends_at    timestamptz
  , approved_at       timestamptz
  , approved_by_id    bigint
  , approved_by_login text
  , approved_digest   text
  , approved_seats    int
  , refused_at        timestamptz
  , refusal           text
  , halted            text
  , closed_at         timestamptz
  , closed_by_id      bigint
  , closed_by_login   text
  , constraint seat_review_pk primary key (org_id, number)
  , constraint seat_review_state_check check (state in
      ('proposed', 'approved', 'executing', 'done', 'cancelled', 'expired'))
  , constraint seat_review_closed_check check ((closed_at is null) = (state in ('proposed', 'approved', 'executing')))
  , constraint seat_review_approval_check check (approved_at is not null or state not in ('approved', 'executing', 'done'))
);
create unique index seat_review_open_idx on seat_review (org_id) where state in ('proposed', 'approved', 'executing');

comment on table seat_review is 'Seat reviews, one row each; an organization has one open review at most.';
comment on column seat_review.org_id is 'The organization.';
comment on column seat_review.number is 'Counts the reviews of the organization, from 1.';
comment on column seat_review.state is 'proposed, approved, executing, done, cancelled or expired.';
comment on column seat_review.started_at is 'When it was started.';
comment on column seat_review.started_by_id is 'GitHub''s id of the person who started it; null where the policy''s schedule did.';
comment on column seat_review.started_by_login is 'Their name on GitHub at that time.';
comment on column seat_review.idle_after_days is 'Seats were proposed that were not used for longer than so many days.';
comment on column seat_review.notice_days is 'How many days people can say keep, from the announcement on.';
comment on column seat_review.more_seats is 'Seats beyond the list that were unused as long.';
comment on column seat_review.announced_at is 'When the issue stood on GitHub; null before.';
comment on column seat_review.notice_ends_at is 'Until when people can say keep, as the issue says; null before it was written.';
comment on column seat_review.approved_at is 'When somebody approved it; null before.';
comment on column seat_review.approved_by_id is 'GitHub''s id of that person.';
comment on column seat_review.approved_by_login is 'Their name on GitHub at that time.';
comment on column seat_review.approved_digest is 'Digest of the people in the list that was approved.';
comment on column seat_review.approved_seats is 'How many seats may be taken back because of it.';
comment on column seat_review.refused_at is 'When GitHub refused to let anything be written; null if it did not.';
comment on column seat_review.refusal is 'GitHub''s words then.';
comment on column seat_review.halted is 'Why nothing more is sent, because an answer of GitHub''s did not add up; null usually.';
comment on column seat_review.closed_at is 'When it was done, cancelled or expired; null while it is open.';
comment on column seat_review.closed_by_id is 'GitHub''s id of the person who cancelled it; null else.';
comment on column seat_review.closed_by_login is 'Their name on GitHub at that time.';
