-- How many people are behind a language, editor, model or feature: rare ones are told as others.

alter table usage_breakdown add column people bigint[];
comment on column usage_breakdown.people is 'Distinct people with the entry on the day, in the order of entries; null on days that were loaded before it was counted.';

create or replace view usage_breakdown_day as
select org_id
     , team_id
     , day
     , dimension
     , unnest(entries)              as value
     , unnest(interactions)         as interactions
     , unnest(generations)          as generations
     , unnest(acceptances)          as acceptances
     , unnest(loc_suggested_to_add) as loc_suggested_to_add
     , unnest(loc_added)            as loc_added
     , unnest(loc_deleted)          as loc_deleted
     , unnest(people)               as people
  from usage_breakdown;

comment on column usage_breakdown_day.people is 'Distinct people with the entry; null on days that were loaded before it was counted.';
