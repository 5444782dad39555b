-- The trail also names who was proposed, and what was asked and not done.

comment on column seat_trail.action is 'What was done: started, proposed, announced, kept, approved, cancelled, expired, begun, left_out, sent, looked_up, removed, failed, by_hand, waits, halted, done, undo_asked, undone, not_undone, requested, grant_asked, granted, not_granted, declined or overtaken.';
