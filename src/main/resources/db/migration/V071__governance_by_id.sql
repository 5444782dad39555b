-- Another repository under the governance repository's name waits for an owner; a missing policy file is seen twice; and
-- what a policy made shorter is kept a day longer.

alter table organization add column governance_candidate_id bigint;

comment on column organization.governance_candidate_id is 'GitHub''s id of a repository that has the governance repository''s name and that no owner has adopted; null where there is none.';

alter table policy_file add column absent_since timestamptz;
alter table policy_file add column kept_retention_days integer;
alter table policy_file add column kept_until timestamptz;
alter table policy_file add constraint policy_file_kept_check
    check ((kept_retention_days is null) = (kept_until is null));

comment on column policy_file.absent_since is 'When the file was first seen to be gone while one is in force; null unless it is waited for to be seen a second time.';
comment on column policy_file.kept_retention_days is 'The longer retention, in days, that was in force before; null once it is over.';
comment on column policy_file.kept_until is 'Until when the longer retention still counts for erasing.';
