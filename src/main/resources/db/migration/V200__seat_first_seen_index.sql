-- Each decision on what may be shown asks since when seats are known.

create index seat_first_seen_idx on seat (org_id, first_seen_at);
comment on index seat_first_seen_idx is 'Since when the seats of an organization are known.';
