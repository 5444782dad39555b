-- Commits of the governance repository whose policy file is checked.

create table policy_check (
    org_id       bigint      not null
  , commit_sha   text        not null
  , pull_request int
  , branch       text
  , before_sha   text
  , asked_at     timestamptz not null
  , constraint policy_check_pk primary key (org_id, commit_sha)
);
create index policy_check_asked_idx on policy_check (org_id, asked_at);

comment on table policy_check is 'Where commits of the governance repository came from: GitHub asks for a check, and for a re-run months later, by the commit alone.';
comment on column policy_check.org_id is 'The organization.';
comment on column policy_check.commit_sha is 'The commit.';
comment on column policy_check.pull_request is 'Number of the pull request whose head it was; null for a mere push.';
comment on column policy_check.branch is 'The branch it was pushed to; null for a commit of a fork.';
comment on column policy_check.before_sha is 'What the branch had before that push; null for a new branch.';
comment on column policy_check.asked_at is 'When a check of it was asked for last.';
