-- Why a source needs a person, by name. Beside the column cause, which servers of the version before read and cannot
-- hold new words.

alter table source_read add column problem text;
alter table source_read
  add constraint source_read_problem_check check (problem in
      ('permission', 'metrics_policy', 'suspension', 'app_key', 'clock', 'ip_allow_list', 'single_sign_on', 'archived'
     , 'issues_off', 'locked', 'category'));

comment on column source_read.problem is 'Why only a person can help: permission, metrics_policy, suspension, app_key, clock, ip_allow_list, single_sign_on, archived, issues_off, locked or category; null where it goes on by itself, or where GitHub gave no reason that has a name.';
