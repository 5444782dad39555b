-- Pages count people who used the cloud agent by day and week; few do, so only their rows are in the index.
create index usage_user_day_cloud_agent_idx on usage_user_day (org_id, day, person_id) where used_cloud_agent;
