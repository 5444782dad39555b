-- Which warnings about a month's AI credits were given, each once.

create table credit_warning (
    org_id         bigint      not null
  , month          date        not null
  , spending_limit text        not null
  , percent        int         not null
  , noticed_at     timestamptz not null
  , used           numeric     not null
  , amount         numeric     not null
  , constraint credit_warning_pk primary key (org_id, month, spending_limit, percent)
  , constraint credit_warning_percent_check check (percent in (75, 90, 100))
);

comment on table credit_warning is 'Warnings that a month''s AI credits reached 75, 90 or 100 percent of the pool or of a budget.';
comment on column credit_warning.org_id is 'The organization.';
comment on column credit_warning.month is 'The first day of the UTC month.';
comment on column credit_warning.spending_limit is 'pool, policy, or github: with the id of the budget.';
comment on column credit_warning.percent is '75, 90 or 100.';
comment on column credit_warning.noticed_at is 'When it was first seen.';
comment on column credit_warning.used is 'What was used then: AI credits, or US dollars for a budget of GitHub''s.';
comment on column credit_warning.amount is 'Of what, in the same unit.';
