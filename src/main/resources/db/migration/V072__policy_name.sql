-- Whom the names in the policy in force mean. People and teams are renamed, and names are taken by others.

create table policy_name (
    org_id     bigint      not null
  , kind       text        not null
  , name       text        not null
  , account_id bigint      not null
  , bound_at   timestamptz not null
  , constraint policy_name_pk primary key (org_id, kind, name)
  , constraint policy_name_kind_check check (kind in ('user', 'team'))
);

comment on table policy_name is 'Whom the names in the policy in force mean: the account that had the name when it was first seen under that policy.';
comment on column policy_name.org_id is 'The organization.';
comment on column policy_name.kind is 'user or team.';
comment on column policy_name.name is 'Login or slug as the policy file has it, in small letters.';
comment on column policy_name.account_id is 'GitHub''s id of the person or team.';
comment on column policy_name.bound_at is 'When the name was first seen to mean that account.';
