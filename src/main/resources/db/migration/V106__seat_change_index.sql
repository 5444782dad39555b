-- Pages count seats that were given and ended over time.
create index seat_change_kind_idx on seat_change (org_id, change, changed_at);
