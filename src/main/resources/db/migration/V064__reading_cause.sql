-- Why GitHub refuses a source: a permission and the metrics policy are mended in different places.

alter table source_read add column cause text;
alter table source_read
  add constraint source_read_cause_check check (cause in ('permission', 'metrics_policy', 'suspension', 'app_key'));

-- What was refused before is told apart by our own words, until it is read again.
update source_read
   set cause = case
         when starts_with(detail, 'The app lacks the permission ') then 'permission'
         when starts_with(detail, 'The policy "Copilot usage metrics" is off.') then 'metrics_policy'
       end
 where outcome = 'ask_a_person';

comment on column source_read.cause is 'Why GitHub refused where a person must act: permission, metrics_policy, suspension or app_key; null where it was no refusal.';
