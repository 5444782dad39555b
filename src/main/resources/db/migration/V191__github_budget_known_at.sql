-- What was known of GitHub's budgets is kept when they can no longer be read, and it is told since when.

alter table github_budget_read add column known_at timestamptz;
alter table github_budget_read add column refused_at timestamptz;

update github_budget_read
set known_at   = case when refused is null then read_at end
  , refused_at = case when refused is not null then read_at end;

comment on column github_budget_read.known_at is 'When they were last read; null where they never were.';
comment on column github_budget_read.refused_at is 'Since when GitHub refuses them; null where it does not.';
