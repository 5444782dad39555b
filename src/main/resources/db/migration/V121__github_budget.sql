-- The budgets that owners set on GitHub, as they were last read.

create table github_budget_read (
    org_id  bigint      not null
  , read_at timestamptz not null
  , refused text
  , constraint github_budget_read_pk primary key (org_id)
);

comment on table github_budget_read is 'When GitHub''s budgets of an organization were last asked for.';
comment on column github_budget_read.org_id is 'The organization.';
comment on column github_budget_read.read_at is 'When GitHub last answered.';
comment on column github_budget_read.refused is 'Why they cannot be read here, as a sentence; null where they were read.';

create table github_budget (
    org_id    bigint  not null
  , budget_id text    not null
  , type      text    not null
  , sku       text    not null
  , scope     text    not null
  , amount    bigint  not null
  , stops_use boolean not null
  , notifies  boolean not null
  , constraint github_budget_pk primary key (org_id, budget_id)
  , constraint github_budget_amount_check check (amount >= 0)
);

comment on table github_budget is 'Budgets that owners set on GitHub. Whom a person''s budget is about is not kept.';
comment on column github_budget.org_id is 'The organization.';
comment on column github_budget.budget_id is 'GitHub''s id of the budget.';
comment on column github_budget.type is 'bundle, product, sku or other.';
comment on column github_budget.sku is 'Product or SKU that it covers, in GitHub''s words, such as ai_credits.';
comment on column github_budget.scope is 'organization, repository, multi_user_customer, user, enterprise, cost_center, multi_user_cost_center or other.';
comment on column github_budget.amount is 'US dollars a month; for licences their number.';
comment on column github_budget.stops_use is 'Whether use ends when it is reached.';
comment on column github_budget.notifies is 'Whether GitHub tells somebody before.';
