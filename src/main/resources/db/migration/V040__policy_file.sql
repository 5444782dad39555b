-- The policy file as it stands, and the one in force.

create table policy_file (
    org_id           bigint      not null
  , current_state    text        not null
  , current_commit   text
  , current_content  bytea
  , current_read_at  timestamptz not null
  , in_force_commit  text
  , in_force_content bytea
  , in_force_since   timestamptz not null
  , constraint policy_file_pk primary key (org_id)
  , constraint policy_file_current_state_check check (current_state in ('absent', 'valid', 'invalid'))
);

comment on table policy_file is 'The policy file of each organization: as it stands on the default branch, and the last valid one, which is in force.';
comment on column policy_file.org_id is 'The organization.';
comment on column policy_file.current_state is 'absent (defaults), valid, or invalid (the last valid one stays in force).';
comment on column policy_file.current_commit is 'Commit of the default branch at which the file was read.';
comment on column policy_file.current_content is 'The file as it stands; null when absent.';
comment on column policy_file.current_read_at is 'When it was last read.';
comment on column policy_file.in_force_commit is 'Commit of the policy in force; null for the defaults.';
comment on column policy_file.in_force_content is 'The policy in force; null for the defaults.';
comment on column policy_file.in_force_since is 'Since when it is in force.';
