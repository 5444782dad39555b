-- A person's days, without reading everybody's: the key begins with the day.

create index usage_user_day_person_idx on usage_user_day (org_id, person_id, day);
