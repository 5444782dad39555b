-- The people of a seat review, fixed when it starts.

create table seat_review_item (
    org_id           bigint      not null
  , number           int         not null
  , person_id        bigint      not null
  , position         int         not null
  , login            text        not null
  , plan_type        text        not null
  , team             text
  , unused_since     timestamptz not null
  , ever_used        boolean     not null
  , state            text        not null
  , detail           text
  , changed_at       timestamptz
  , changed_by_id    bigint
  , changed_by_login text
  , write_id         uuid
  , ends_on          date
  , constraint seat_review_item_pk primary key (org_id, number, person_id)
  , constraint seat_review_item_state_check check (state in
      ('candidate', 'kept', 'left_out', 'removing', 'removed', 'failed', 'undoing', 'undone'))
  , constraint seat_review_item_claim_check check ((write_id is not null) = (state in ('removing', 'undoing')))
);
create index seat_review_item_person_idx on seat_review_item (org_id, person_id);

comment on table seat_review_item is 'The list of a seat review: nobody enters it later.';
comment on column seat_review_item.org_id is 'The organization.';
comment on column seat_review_item.number is 'Which review.';
comment on column seat_review_item.person_id is 'Whose seat.';
comment on column seat_review_item.position is 'Place in the list, longest unused first.';
comment on column seat_review_item.login is 'The person''s name on GitHub when the review started.';
comment on column seat_review_item.plan_type is 'business, enterprise, or unknown.';
comment on column seat_review_item.team is 'Slug of the team through which the seat was held when the review started; null for a seat assigned directly.';
comment on column seat_review_item.unused_since is 'Last known activity, or since when the seat was there.';
comment on column seat_review_item.ever_used is 'False where no activity was ever known.';
comment on column seat_review_item.state is 'candidate, kept, left_out, removing, removed, failed, undoing or undone.';
comment on column seat_review_item.detail is 'Why it was kept, left out or failed; null else.';
comment on column seat_review_item.changed_at is 'When the state changed last; null for a candidate.';
comment on column seat_review_item.changed_by_id is 'GitHub''s id of the person who kept it; null else.';
comment on column seat_review_item.changed_by_login is 'Their name on GitHub at that time.';
comment on column seat_review_item.write_id is 'The request to GitHub that claims it now; null else.';
comment on column seat_review_item.ends_on is 'Day on which a removed seat ends, at the latest.';
