-- What was used. A day is loaded as a whole or not at all.

create table usage_user_day (
    org_id                  bigint not null
  , day                     date not null
  , person_id               bigint not null
  , active                  boolean not null
  , used_agent              boolean not null
  , used_chat               boolean not null
  , used_cli                boolean not null
  , used_app                boolean not null
  , used_cloud_agent        boolean not null
  , used_review_active      boolean not null
  , used_review_passive     boolean not null
  , used_vscode_agent       boolean not null
  , interactions            bigint not null
  , generations             bigint not null
  , acceptances             bigint not null
  , completion_generations  bigint not null
  , completion_acceptances  bigint not null
  , loc_suggested_to_add    bigint not null
  , loc_suggested_to_delete bigint not null
  , loc_added               bigint not null
  , loc_deleted             bigint not null
  , cli_sessions            bigint not null
  , cli_requests            bigint not null
  , cli_prompts             bigint not null
  , cli_output_tokens       bigint not null
  , cli_prompt_tokens       bigint not null
  , app_sessions            bigint not null
  , app_requests            bigint not null
  , agent_sessions          bigint not null
  , ai_credits              numeric(18, 4) not null
  , adoption_phase          smallint
  , constraint usage_user_day_pk primary key (org_id, day, person_id)
) partition by range (day);

comment on table usage_user_day is 'What each person did on each UTC day: one row for each row of a users report. Partitioned by month; partitions are made when needed and dropped by retention.';
comment on column usage_user_day.org_id is 'The organization.';
comment on column usage_user_day.day is 'UTC day.';
comment on column usage_user_day.person_id is 'GitHub''s id of the person.';
comment on column usage_user_day.active is 'Any activity: a counter of interactions, generations, acceptances or lines above zero, a used_* flag true, or CLI, app or agent totals above zero.';
comment on column usage_user_day.used_agent is 'GitHub''s used_agent: agent mode in an editor. What agent users are counted by.';
comment on column usage_user_day.used_chat is 'GitHub''s used_chat. What chat users are counted by.';
comment on column usage_user_day.used_cli is 'GitHub''s used_cli, or CLI totals above zero. What CLI users are counted by.';
comment on column usage_user_day.used_app is 'GitHub''s used_copilot_app, or app totals above zero.';
comment on column usage_user_day.used_cloud_agent is 'GitHub''s used_copilot_cloud_agent or used_copilot_coding_agent (the same thing, old name).';
comment on column usage_user_day.used_review_active is 'GitHub''s used_copilot_code_review_active: asked for a review by Copilot.';
comment on column usage_user_day.used_review_passive is 'GitHub''s used_copilot_code_review_passive: got a review by Copilot without asking.';
comment on column usage_user_day.used_vscode_agent is 'GitHub''s used_vscode_agent: the Agents window of VS Code.';
comment on column usage_user_day.interactions is 'Interactions a person started: prompts and chat messages (user_initiated_interaction_count).';
comment on column usage_user_day.generations is 'Code generations, completions and agents together (code_generation_activity_count).';
comment on column usage_user_day.acceptances is 'Code acceptances (code_acceptance_activity_count).';
comment on column usage_user_day.completion_generations is 'Generations of feature code_completion only: below the line of the acceptance rate.';
comment on column usage_user_day.completion_acceptances is 'Acceptances of feature code_completion only: above the line of the acceptance rate.';
comment on column usage_user_day.loc_suggested_to_add is 'Lines suggested to be added, agents not included (loc_suggested_to_add_sum).';
comment on column usage_user_day.loc_suggested_to_delete is 'Lines suggested to be deleted, agents not included (loc_suggested_to_delete_sum).';
comment on column usage_user_day.loc_added is 'Lines added, agents included (loc_added_sum).';
comment on column usage_user_day.loc_deleted is 'Lines deleted, agents included (loc_deleted_sum).';
comment on column usage_user_day.cli_sessions is 'Sessions of Copilot CLI (totals_by_cli.session_count).';
comment on column usage_user_day.cli_requests is 'Requests of Copilot CLI (totals_by_cli.request_count).';
comment on column usage_user_day.cli_prompts is 'Prompts in Copilot CLI (totals_by_cli.prompt_count).';
comment on column usage_user_day.cli_output_tokens is 'Tokens that Copilot CLI answered (totals_by_cli.token_usage.output_tokens_sum).';
comment on column usage_user_day.cli_prompt_tokens is 'Tokens that Copilot CLI was sent (totals_by_cli.token_usage.prompt_tokens_sum).';
comment on column usage_user_day.app_sessions is 'Sessions of the Copilot app (totals_by_copilot_app.session_count).';
comment on column usage_user_day.app_requests is 'Requests of the Copilot app (totals_by_copilot_app.request_count).';
comment on column usage_user_day.agent_sessions is 'Sessions in the Agents window of VS Code (totals_by_vscode_agent.session_count).';
comment on column usage_user_day.ai_credits is 'AI credits consumed (ai_credits_used): an estimate of the invoice, 1 credit is 0.01 USD.';
comment on column usage_user_day.adoption_phase is 'Number of the adoption phase, 0 (none) to 3; null where GitHub names none.';

create table usage_team_day (
    org_id     bigint not null
  , day        date not null
  , team_id    bigint not null
  , slug       text not null
  , person_ids bigint[] not null
  , constraint usage_team_day_pk primary key (org_id, day, team_id)
);

comment on table usage_team_day is 'Who was in which team on which day, as user-teams-1-day gives it: one row for each team and day, because a row for each member would be four times as many as all usage. GitHub leaves out teams with fewer than five seats.';
comment on column usage_team_day.org_id is 'The organization.';
comment on column usage_team_day.day is 'UTC day.';
comment on column usage_team_day.team_id is 'GitHub''s id of the team.';
comment on column usage_team_day.slug is 'Slug the team had on that day.';
comment on column usage_team_day.person_ids is 'GitHub''s ids of the people who were in the team on that day, ascending.';

create view usage_team_member_day as
select org_id, day, team_id, unnest(person_ids) as person_id
  from usage_team_day;

comment on view usage_team_member_day is 'Who was in which team on which day, one row for each member.';
comment on column usage_team_member_day.org_id is 'The organization.';
comment on column usage_team_member_day.day is 'UTC day.';
comment on column usage_team_member_day.team_id is 'GitHub''s id of the team.';
comment on column usage_team_member_day.person_id is 'GitHub''s id of the person.';

-- team_id 0 is the organization as a whole.
create table usage_day (
    org_id                  bigint not null
  , team_id                 bigint not null
  , day                     date not null
  , people                  int not null
  , active_people           int not null
  , agent_people            int not null
  , chat_people             int not null
  , cli_people              int not null
  , app_people              int not null
  , interactions            bigint not null
  , generations             bigint not null
  , acceptances             bigint not null
  , completion_generations  bigint not null
  , completion_acceptances  bigint not null
  , loc_suggested_to_add    bigint not null
  , loc_suggested_to_delete bigint not null
  , loc_added               bigint not null
  , loc_deleted             bigint not null
  , cli_sessions            bigint not null
  , cli_requests            bigint not null
  , cli_prompts             bigint not null
  , cli_output_tokens       bigint not null
  , cli_prompt_tokens       bigint not null
  , app_sessions            bigint not null
  , app_requests            bigint not null
  , agent_sessions          bigint not null
  , ai_credits              numeric(18, 4) not null
  , constraint usage_day_pk primary key (org_id, team_id, day)
);

comment on table usage_day is 'Totals of a day for the organization and for each team, by the same-day join of user-teams-1-day and users-1-day. A person in two teams counts in both, so teams never add up to the organization.';
comment on column usage_day.org_id is 'The organization.';
comment on column usage_day.team_id is 'GitHub''s id of the team; 0 is the organization as a whole.';
comment on column usage_day.day is 'UTC day.';
comment on column usage_day.people is 'For team 0 the people that the users report names; for a team its members on that day, active or not.';
comment on column usage_day.active_people is 'People with any activity.';
comment on column usage_day.agent_people is 'People with used_agent.';
comment on column usage_day.chat_people is 'People with used_chat.';
comment on column usage_day.cli_people is 'People with used_cli.';
comment on column usage_day.app_people is 'People with used_app.';
comment on column usage_day.interactions is 'Interactions a person started: prompts and chat messages (user_initiated_interaction_count).';
comment on column usage_day.generations is 'Code generations, completions and agents together (code_generation_activity_count).';
comment on column usage_day.acceptances is 'Code acceptances (code_acceptance_activity_count).';
comment on column usage_day.completion_generations is 'Generations of feature code_completion only: below the line of the acceptance rate.';
comment on column usage_day.completion_acceptances is 'Acceptances of feature code_completion only: above the line of the acceptance rate.';
comment on column usage_day.loc_suggested_to_add is 'Lines suggested to be added, agents not included (loc_suggested_to_add_sum).';
comment on column usage_day.loc_suggested_to_delete is 'Lines suggested to be deleted, agents not included (loc_suggested_to_delete_sum).';
comment on column usage_day.loc_added is 'Lines added, agents included (loc_added_sum).';
comment on column usage_day.loc_deleted is 'Lines deleted, agents included (loc_deleted_sum).';
comment on column usage_day.cli_sessions is 'Sessions of Copilot CLI (totals_by_cli.session_count).';
comment on column usage_day.cli_requests is 'Requests of Copilot CLI (totals_by_cli.request_count).';
comment on column usage_day.cli_prompts is 'Prompts in Copilot CLI (totals_by_cli.prompt_count).';
comment on column usage_day.cli_output_tokens is 'Tokens that Copilot CLI answered (totals_by_cli.token_usage.output_tokens_sum).';
comment on column usage_day.cli_prompt_tokens is 'Tokens that Copilot CLI was sent (totals_by_cli.token_usage.prompt_tokens_sum).';
comment on column usage_day.app_sessions is 'Sessions of the Copilot app (totals_by_copilot_app.session_count).';
comment on column usage_day.app_requests is 'Requests of the Copilot app (totals_by_copilot_app.request_count).';
comment on column usage_day.agent_sessions is 'Sessions in the Agents window of VS Code (totals_by_vscode_agent.session_count).';
comment on column usage_day.ai_credits is 'AI credits consumed (ai_credits_used): an estimate of the invoice, 1 credit is 0.01 USD.';
create index usage_day_day_idx on usage_day (org_id, day);

create table usage_week (
    org_id                 bigint not null
  , team_id                bigint not null
  , week                   date not null
  , days                   int not null
  , people                 int not null
  , active_people          int not null
  , agent_people           int not null
  , chat_people            int not null
  , cli_people             int not null
  , app_people             int not null
  , interactions           bigint not null
  , generations            bigint not null
  , acceptances            bigint not null
  , completion_generations bigint not null
  , completion_acceptances bigint not null
  , loc_suggested_to_add   bigint not null
  , loc_added              bigint not null
  , loc_deleted            bigint not null
  , cli_sessions           bigint not null
  , cli_requests           bigint not null
  , cli_prompts            bigint not null
  , app_sessions           bigint not null
  , agent_sessions         bigint not null
  , ai_credits             numeric(18, 4) not null
  , constraint usage_week_pk primary key (org_id, team_id, week)
);

comment on table usage_week is 'An ISO week for the organization and for each team, with distinct people: these cannot be had by adding days. Made anew whenever a day of the week changes.';
comment on column usage_week.org_id is 'The organization.';
comment on column usage_week.team_id is 'GitHub''s id of the team; 0 is the organization as a whole.';
comment on column usage_week.week is 'Monday of the ISO week.';
comment on column usage_week.days is 'Days of the week that have data: less than 7 while days are missing.';
comment on column usage_week.people is 'For team 0 the distinct people that the users reports name; for a team its distinct members on the days counted.';
comment on column usage_week.active_people is 'Distinct people with any activity.';
comment on column usage_week.agent_people is 'Distinct people with used_agent.';
comment on column usage_week.chat_people is 'Distinct people with used_chat.';
comment on column usage_week.cli_people is 'Distinct people with used_cli.';
comment on column usage_week.app_people is 'Distinct people with used_app.';
comment on column usage_week.interactions is 'Interactions a person started: prompts and chat messages (user_initiated_interaction_count).';
comment on column usage_week.generations is 'Code generations, completions and agents together (code_generation_activity_count).';
comment on column usage_week.acceptances is 'Code acceptances (code_acceptance_activity_count).';
comment on column usage_week.completion_generations is 'Generations of feature code_completion only: below the line of the acceptance rate.';
comment on column usage_week.completion_acceptances is 'Acceptances of feature code_completion only: above the line of the acceptance rate.';
comment on column usage_week.loc_suggested_to_add is 'Lines suggested to be added, agents not included (loc_suggested_to_add_sum).';
comment on column usage_week.loc_added is 'Lines added, agents included (loc_added_sum).';
comment on column usage_week.loc_deleted is 'Lines deleted, agents included (loc_deleted_sum).';
comment on column usage_week.cli_sessions is 'Sessions of Copilot CLI (totals_by_cli.session_count).';
comment on column usage_week.cli_requests is 'Requests of Copilot CLI (totals_by_cli.request_count).';
comment on column usage_week.cli_prompts is 'Prompts in Copilot CLI (totals_by_cli.prompt_count).';
comment on column usage_week.app_sessions is 'Sessions of the Copilot app (totals_by_copilot_app.session_count).';
comment on column usage_week.agent_sessions is 'Sessions in the Agents window of VS Code (totals_by_vscode_agent.session_count).';
comment on column usage_week.ai_credits is 'AI credits consumed (ai_credits_used): an estimate of the invoice, 1 credit is 0.01 USD.';
create index usage_week_week_idx on usage_week (org_id, week);

create table usage_breakdown (
    org_id               bigint not null
  , team_id              bigint not null
  , day                  date not null
  , dimension            text not null
  , entries              text[] not null
  , interactions         bigint[] not null
  , generations          bigint[] not null
  , acceptances          bigint[] not null
  , loc_suggested_to_add bigint[] not null
  , loc_added            bigint[] not null
  , loc_deleted          bigint[] not null
  , constraint usage_breakdown_pk primary key (org_id, team_id, day, dimension)
  , constraint usage_breakdown_dimension_check check (dimension in ('language', 'editor', 'model', 'feature'))
);

comment on table usage_breakdown is 'Activity of a day by language, editor, model and feature, for the organization and each team. One row holds all entries of a dimension side by side: many times fewer rows to load than one for each entry. Read it through usage_breakdown_day.';
comment on column usage_breakdown.org_id is 'The organization.';
comment on column usage_breakdown.team_id is 'GitHub''s id of the team; 0 is the organization as a whole.';
comment on column usage_breakdown.day is 'UTC day.';
comment on column usage_breakdown.dimension is 'language (totals_by_language_feature), editor (totals_by_ide), model (totals_by_model_feature: chat only) or feature (totals_by_feature).';
comment on column usage_breakdown.entries is 'The languages, editors, models or features, as GitHub writes them; at most 500, the rest is one entry other.';
comment on column usage_breakdown.interactions is 'Interactions (user_initiated_interaction_count), in the order of entries.';
comment on column usage_breakdown.generations is 'Code generations, in the order of entries.';
comment on column usage_breakdown.acceptances is 'Code acceptances, in the order of entries.';
comment on column usage_breakdown.loc_suggested_to_add is 'Lines suggested to be added, in the order of entries.';
comment on column usage_breakdown.loc_added is 'Lines added, in the order of entries.';
comment on column usage_breakdown.loc_deleted is 'Lines deleted, in the order of entries.';

create view usage_breakdown_day as
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
  from usage_breakdown;

comment on view usage_breakdown_day is 'Activity of a day by language, editor, model and feature, one row for each entry.';
comment on column usage_breakdown_day.org_id is 'The organization.';
comment on column usage_breakdown_day.team_id is 'GitHub''s id of the team; 0 is the organization as a whole.';
comment on column usage_breakdown_day.day is 'UTC day.';
comment on column usage_breakdown_day.dimension is 'language, editor, model or feature.';
comment on column usage_breakdown_day.value is 'The language, editor, model or feature as GitHub writes it; other is what did not fit into 500 entries.';
comment on column usage_breakdown_day.interactions is 'Interactions (user_initiated_interaction_count); GitHub gives none by language.';
comment on column usage_breakdown_day.generations is 'Code generations.';
comment on column usage_breakdown_day.acceptances is 'Code acceptances. A rate makes sense for feature code_completion only.';
comment on column usage_breakdown_day.loc_suggested_to_add is 'Lines suggested to be added, agents not included.';
comment on column usage_breakdown_day.loc_added is 'Lines added, agents included.';
comment on column usage_breakdown_day.loc_deleted is 'Lines deleted, agents included.';

create table usage_organization_report_day (
    org_id                     bigint not null
  , day                        date not null
  , daily_active_users         int
  , weekly_active_users        int
  , monthly_active_users       int
  , monthly_active_chat_users  int
  , monthly_active_agent_users int
  , pull_requests_created      int
  , pull_requests_reviewed     int
  , pull_requests_merged       int
  , created_by_copilot         int
  , reviewed_by_copilot        int
  , merged_created_by_copilot  int
  , merged_reviewed_by_copilot int
  , median_minutes_to_merge    numeric
  , report                     jsonb not null
  , constraint usage_organization_report_day_pk primary key (org_id, day)
);

comment on table usage_organization_report_day is 'What GitHub itself says of an organization''s day (organization-1-day, or the day inside organization-28-day until the day has its own report). Numbers GitHub left out are null.';
comment on column usage_organization_report_day.org_id is 'The organization.';
comment on column usage_organization_report_day.day is 'UTC day.';
comment on column usage_organization_report_day.daily_active_users is 'Active that day.';
comment on column usage_organization_report_day.weekly_active_users is 'Active in the trailing 7 days.';
comment on column usage_organization_report_day.monthly_active_users is 'Active in the trailing 28 days.';
comment on column usage_organization_report_day.monthly_active_chat_users is 'Used chat in the trailing 28 days.';
comment on column usage_organization_report_day.monthly_active_agent_users is 'Used agent mode in the trailing 28 days.';
comment on column usage_organization_report_day.pull_requests_created is 'Pull requests created.';
comment on column usage_organization_report_day.pull_requests_reviewed is 'Pull requests reviewed.';
comment on column usage_organization_report_day.pull_requests_merged is 'Pull requests merged.';
comment on column usage_organization_report_day.created_by_copilot is 'Of the created ones, by Copilot.';
comment on column usage_organization_report_day.reviewed_by_copilot is 'Of the reviewed ones, by Copilot.';
comment on column usage_organization_report_day.merged_created_by_copilot is 'Of the merged ones, created by Copilot.';
comment on column usage_organization_report_day.merged_reviewed_by_copilot is 'Of the merged ones, reviewed by Copilot.';
comment on column usage_organization_report_day.median_minutes_to_merge is 'Median minutes from opening to merging; null where nothing was merged.';
comment on column usage_organization_report_day.report is 'The whole row as GitHub sent it, with the fields that have no column.';

create table usage_phase_day (
    org_id        bigint not null
  , day           date not null
  , phase_number  smallint not null
  , phase         text not null
  , engaged_users int
  , users_28d     int
  , constraint usage_phase_day_pk primary key (org_id, day, phase_number)
);

comment on table usage_phase_day is 'People by adoption phase and day, as the organization report gives them.';
comment on column usage_phase_day.org_id is 'The organization.';
comment on column usage_phase_day.day is 'UTC day.';
comment on column usage_phase_day.phase_number is '0 no cohort, 1 code first, 2 agent first, 3 multi-agent.';
comment on column usage_phase_day.phase is 'Name of the phase as GitHub gives it.';
comment on column usage_phase_day.engaged_users is 'People of the phase who were active that day.';
comment on column usage_phase_day.users_28d is 'People in the phase over the trailing 28 days.';

create table usage_repository_day (
    org_id                     bigint not null
  , day                        date not null
  , repository_id              bigint not null
  , name                       text not null
  , visibility                 text not null
  , pull_requests_created      int not null
  , pull_requests_reviewed     int not null
  , pull_requests_merged       int not null
  , created_by_copilot         int not null
  , reviewed_by_copilot        int not null
  , merged_created_by_copilot  int not null
  , merged_reviewed_by_copilot int not null
  , median_minutes_to_merge    numeric
  , report                     jsonb not null
  , constraint usage_repository_day_pk primary key (org_id, day, repository_id)
);

comment on table usage_repository_day is 'Pull requests by repository and day (repos-1-day); only repositories with activity.';
comment on column usage_repository_day.org_id is 'The organization.';
comment on column usage_repository_day.day is 'UTC day.';
comment on column usage_repository_day.repository_id is 'GitHub''s id of the repository.';
comment on column usage_repository_day.name is 'Owner and name on that day, such as acme/billing.';
comment on column usage_repository_day.visibility is 'PRIVATE, INTERNAL or PUBLIC.';
comment on column usage_repository_day.pull_requests_created is 'Pull requests created.';
comment on column usage_repository_day.pull_requests_reviewed is 'Pull requests reviewed.';
comment on column usage_repository_day.pull_requests_merged is 'Pull requests merged.';
comment on column usage_repository_day.created_by_copilot is 'Of the created ones, by Copilot.';
comment on column usage_repository_day.reviewed_by_copilot is 'Of the reviewed ones, by Copilot.';
comment on column usage_repository_day.merged_created_by_copilot is 'Of the merged ones, created by Copilot.';
comment on column usage_repository_day.merged_reviewed_by_copilot is 'Of the merged ones, reviewed by Copilot.';
comment on column usage_repository_day.median_minutes_to_merge is 'Median minutes from opening to merging; null where nothing was merged.';
comment on column usage_repository_day.report is 'The whole row as GitHub sent it, with review times.';

create table usage_person (
    org_id          bigint not null
  , person_id       bigint not null
  , login           text not null
  , last_active_day date
  , constraint usage_person_pk primary key (org_id, person_id)
);

comment on table usage_person is 'Everybody whom a users report ever named, with the last day of activity. Outlives the days themselves.';
comment on column usage_person.org_id is 'The organization.';
comment on column usage_person.person_id is 'GitHub''s id of the person.';
comment on column usage_person.login is 'The person''s name on GitHub, as the latest report gave it.';
comment on column usage_person.last_active_day is 'Last day with activity that was ever reported. Never lowered; null while there was none.';

create table report_import (
    org_id          bigint not null
  , kind            text not null
  , day             date not null
  , first_day       date not null
  , scope           text not null default 'organization'
  , outcome         text not null
  , shape           text
  , digest          text
  , previous_digest text
  , parts           int not null default 0
  , rows            bigint not null default 0
  , bytes           bigint not null default 0
  , attempted_at    timestamptz not null
  , imported_at     timestamptz
  , restated_at     timestamptz
  , problem         text
  , unknown_fields  text[] not null default '{}'
  , erased_people   int not null default 0
  , constraint report_import_pk primary key (org_id, kind, day)
  , constraint report_import_kind_check check (kind in
      ('users-1-day', 'users-28-day', 'organization-1-day', 'organization-28-day', 'user-teams-1-day', 'repos-1-day'))
  , constraint report_import_scope_check check (scope in ('organization', 'enterprise'))
  , constraint report_import_outcome_check check (outcome in ('imported', 'no_data', 'failed'))
  , constraint report_import_shape_check check (shape in ('per_day', 'per_period'))
);

comment on table report_import is 'The import ledger: what was asked of GitHub, what came, and what is stored. Gaps, restatements and freshness are read from here.';
comment on column report_import.org_id is 'The organization.';
comment on column report_import.kind is 'The report family.';
comment on column report_import.day is 'The report''s day; for a 28-day report its last day. Where a 28-day report was not there: the day on which it was asked for.';
comment on column report_import.first_day is 'First day that the report covers.';
comment on column report_import.scope is 'organization; enterprise is reserved for apps installed on an enterprise.';
comment on column report_import.outcome is 'imported; no_data (GitHub has none, or none yet); failed (a file that is no report). A day that was imported once stays imported whatever later attempts bring.';
comment on column report_import.shape is 'per_day, or per_period for a users-28-day report with one row for each person and no day: archived, but no days are made of it.';
comment on column report_import.digest is 'SHA-256 over the digests of all parts, in hexadecimal; null until imported.';
comment on column report_import.previous_digest is 'The digest before the last restatement.';
comment on column report_import.parts is 'Part files.';
comment on column report_import.rows is 'Rows in all parts.';
comment on column report_import.bytes is 'Bytes of all parts, as sent.';
comment on column report_import.attempted_at is 'Last attempt, whatever came of it.';
comment on column report_import.imported_at is 'When what is stored was loaded.';
comment on column report_import.restated_at is 'When GitHub was last seen to have changed the report after it was imported.';
comment on column report_import.problem is 'Why the last attempt brought nothing, in words; null after one that did.';
comment on column report_import.unknown_fields is 'Fields that Flightlog does not know; their values are in the archive.';
comment on column report_import.erased_people is 'How many people''s rows were taken out of the archive since it was loaded.';
create index report_import_day_idx on report_import (org_id, day);

create table report_chunk (
    org_id  bigint not null
  , kind    text not null
  , day     date not null
  , part    int not null
  , chunk   int not null
  , content bytea not null
  , constraint report_chunk_pk primary key (org_id, kind, day, part, chunk)
);

comment on table report_chunk is 'The raw archive: part files as GitHub sent them, zstd-compressed, in pieces. Rows of erased people are taken out.';
comment on column report_chunk.org_id is 'The organization.';
comment on column report_chunk.kind is 'The report family.';
comment on column report_chunk.day is 'The report''s day, as in report_import.';
comment on column report_chunk.part is 'Number of the part file, from 1.';
comment on column report_chunk.chunk is 'Number of the piece, from 0.';
comment on column report_chunk.content is 'A piece of the zstd stream, at most 1 MB.';
alter table report_chunk alter column content set storage external;

create table deployment (
    only_one   boolean not null default true
  , public_url text not null
  , constraint deployment_pk primary key (only_one)
  , constraint deployment_only_one_check check (only_one)
);

comment on table deployment is 'What the database must know of the server: written at each start.';
comment on column deployment.only_one is 'Always true: there is one row.';
comment on column deployment.public_url is 'How browsers and GitHub reach this server, without a slash at the end.';
insert into deployment (public_url) values ('http://localhost:8080');
