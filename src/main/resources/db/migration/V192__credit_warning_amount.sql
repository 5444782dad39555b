-- A budget that is raised is another limit: its warnings are those of its amount.

update credit_warning
set spending_limit = spending_limit || ':' || trim_scale(amount)
where spending_limit = 'policy' or spending_limit like 'github:%';

comment on column credit_warning.spending_limit is 'pool; policy: with the amount; github: or person: with the id of the budget and its amount.';
comment on column credit_warning.used is 'What was used then: AI credits, or US dollars for a budget of GitHub''s. Of a budget for each person, the part that was warned of.';
