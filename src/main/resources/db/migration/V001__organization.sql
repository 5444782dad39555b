-- Who installed Flightlog, and how fresh each source of theirs is.

create table organization (
    org_id                    bigint      not null
  , login                     text        not null
  , installation_id           bigint      not null
  , state                     text        not null
  , state_since               timestamptz not null
  , permissions               jsonb       not null default '{}'
  , installed_at              timestamptz not null
  , governance_repository_id  bigint
  , governance_name           text
  , governance_private        boolean
  , governance_default_branch text
  , governance_state          text        not null default 'unknown'
  , governance_checked_at     timestamptz
  , first_summary_at          timestamptz
  , constraint organization_pk primary key (org_id)
  , constraint organization_state_check check (state in ('active', 'suspended', 'removed'))
  , constraint organization_governance_state_check check (governance_state in ('unknown', 'ready', 'missing'))
);
create index organization_login_idx on organization (lower(login));
create index organization_installation_idx on organization (installation_id);

comment on table organization is 'One row for each organization that installed the app; ids are the keys, because names change.';
comment on column organization.org_id is 'GitHub''s id of the organization.';
comment on column organization.login is 'The organization''s name on GitHub, as last seen.';
comment on column organization.installation_id is 'The installation whose tokens read this organization.';
comment on column organization.state is 'active; suspended by an owner; or removed (data kept until the retention time is over).';
comment on column organization.state_since is 'When the state last changed.';
comment on column organization.permissions is 'What the installation was granted, as GitHub told it: key to read, write or admin.';
comment on column organization.installed_at is 'When the installation was first seen.';
comment on column organization.governance_repository_id is 'GitHub''s id of the governance repository; null while it was never seen.';
comment on column organization.governance_name is 'Name of the governance repository, without the owner.';
comment on column organization.governance_private is 'False for a public governance repository: then no person is ever named.';
comment on column organization.governance_default_branch is 'Branch whose policy file is in force.';
comment on column organization.governance_state is 'ready; missing (not there or not granted to the app); unknown before the first look.';
comment on column organization.governance_checked_at is 'When the governance repository was last looked at.';
comment on column organization.first_summary_at is 'When the first summary was posted; null until then.';

create table source_read (
    org_id       bigint      not null
  , source       text        not null
  , attempted_at timestamptz not null
  , succeeded_at timestamptz
  , outcome      text        not null
  , detail       text
  , data_through date
  , constraint source_read_pk primary key (org_id, source)
  , constraint source_read_outcome_check check (outcome in ('read', 'no_data', 'later', 'ask_a_person', 'failed'))
);

comment on table source_read is 'How the last attempt to read each source of an organization went: the data of /copilot status.';
comment on column source_read.org_id is 'The organization.';
comment on column source_read.source is 'directory, seats, usage, history, policy, billing, governance or posts.';
comment on column source_read.attempted_at is 'Last attempt, whatever came of it.';
comment on column source_read.succeeded_at is 'Last attempt that read everything, or learned that there is nothing yet.';
comment on column source_read.outcome is 'read; no_data (not published yet); later (rate limit or outage); ask_a_person (permission, policy, suspension); failed.';
comment on column source_read.detail is 'In words, for people: what went wrong and what to do.';
comment on column source_read.data_through is 'Latest day the source has data for; null where days make no sense.';
