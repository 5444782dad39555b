-- A setting that keeps seats from being written is looked at again each time; only a refusal without a reason is waited out.

alter table seat_review
    add column refused_until timestamptz
  , add constraint seat_review_refused_until_check check (refused_until is null or refused_at is not null);

comment on column seat_review.refused_until is 'When it is tried again; null for what each look at the organization shows, such as a setting.';
comment on column seat_trail.action is 'What was done: started, proposed, announced, kept, approved, cancelled, expired, begun, left_out, sent, looked_up, removed, failed, by_hand, waits, goes_on, halted, done, undo_asked, undone, not_undone, requested, grant_asked, granted, not_granted, declined or overtaken.';
