-- What the policy said about money in each month, so that a month that is over is judged by its own prices and budgets.

create table money_rules (
    org_id           bigint         not null
  , month            date           not null
  , kept_at          timestamptz    not null
  , business_usd     numeric        not null
  , enterprise_usd   numeric        not null
  , seats_budget_usd numeric
  , credits_budget   bigint
  , constraint money_rules_pk primary key (org_id, month)
);

comment on table money_rules is 'Prices and budgets of the policy, as last in force in each UTC month in which seats were looked at.';
comment on column money_rules.org_id is 'The organization.';
comment on column money_rules.month is 'First day of the UTC month.';
comment on column money_rules.kept_at is 'When seats and money were last looked at in the month.';
comment on column money_rules.business_usd is 'Price of a seat of Copilot Business a month, US dollars.';
comment on column money_rules.enterprise_usd is 'Price of a seat of Copilot Enterprise a month, US dollars.';
comment on column money_rules.seats_budget_usd is 'The policy''s budget for seats, US dollars a month; null without one.';
comment on column money_rules.credits_budget is 'The policy''s budget for AI credits a month; null without one.';
