-- Budgets for single people are watched without keeping whom they are about.

alter table github_budget_read add column own_reached int;
alter table github_budget_read add constraint github_budget_read_own_reached_check check (own_reached in (0, 75, 90, 100));

comment on column github_budget_read.own_reached is 'The highest of 75, 90 and 100 percent that somebody had used of a budget for that person alone, in the UTC month of known_at; 0 for none of them, null without such a budget.';
comment on column credit_warning.spending_limit is 'pool; policy: with the amount; github: or person: with the id of the budget and its amount; own for budgets of single people.';
comment on column credit_warning.used is 'What was used then: AI credits, or US dollars for a budget of GitHub''s. Of a budget for each person, the part that was warned of; of those of single people, the percentage.';
