-- The page of cost lists who used the running month's AI credits, and would add up every day of everybody each time.

alter table usage_person
    add column credits_month date
  , add column month_credits numeric;

comment on column usage_person.credits_month is 'First day of the latest month with data, when month_credits was added up; null before.';
comment on column usage_person.month_credits is 'AI credits that the person used in that month.';

-- Counted again, with the credits.
update usage_month set stamp = '';
