-- GitHub tells only which budgets hold now. On which days of the past one of them stopped use is worked out from what held then.

create table github_stop_budget (
    org_id bigint not null
  , since  date   not null
  , usd    bigint
  , constraint github_stop_budget_pk primary key (org_id, since)
  , constraint github_stop_budget_usd_check check (usd >= 0)
);

comment on table github_stop_budget is 'Since when which budget on GitHub stops the organization''s use of AI credits; a row for each change, as it was found.';
comment on column github_stop_budget.org_id is 'The organization.';
comment on column github_stop_budget.since is 'UTC day on which it was found.';
comment on column github_stop_budget.usd is 'US dollars beyond the pool at which use stops, zero with the pool; null where no budget stops it.';

insert into github_stop_budget (org_id, since, usd)
select org_id
     , (coalesce(known_at, read_at) at time zone 'utc')::date
     , (select min(amount) from github_budget as budget
        where budget.org_id = known.org_id and budget.sku = 'ai_credits' and budget.scope = 'organization' and stops_use)
from github_budget_read as known
where refused is null or known_at is not null;
