-- What was used. A day is loaded as a whole or not at all.

create table usage_user_day (
    org_id                 bigint   not null
  , day                    date     not null
  , person_id              bigint   not null
  , active                 boolean  not null
  , used_agent             boolean  not null
  , used_chat              boolean  not null
  , used_cli               boolean  not null
  , used_app               boolean  not null
  , used_cloud_agent       boolean  not null
  , used_review_active     boolean  not null
  , used_review_passive    boolean  not null
  , used_vscode_agent      boolean  not null
  , interactions           bigint   not null
  , generations            bigint   not null
  , acceptances            bigint   not null
  , completion_generations bigint   not null
  , completion_acceptances bigint   not null
  , loc_suggested_to_add    bigint   not null
  , loc_suggested_to_delete bigint   not null
  , loc_added              bigint   not null
  , loc_deleted            bigint   not null
  , cli_sessions           bigint   not null
  , cli_requests           bigint   not null
  , cli_prompts            bigint   not null
  , cli_output_tokens      bigint   not null
  , cli_prompt_tokens      bigint   not null
  , app_sessions           bigint   not null
  , app_requests           bigint   not null
  , agent_sessions         bigint   not null
  , ai_credits             numeric(18, 4) not null
  , adoption_phase         smallint
  , constraint usage_user_day_pk primary key (org_id, day, person_id)
) partition by range (day);
create index usage_user_day_person_idx on usage_user_day (org_id, person_id, day);

create table usage_team_member_day (
    org_id    bigint not null
  , day       date   not null
  , team_id   bigint not null
  , person_id bigint not null
  , constraint usage_team_member_day_pk primary key (org_id, day, team_id, person_id)
) partition by range (day);

-- team_id 0 is the organization as a whole.
create table usage_day (
    org_id                 bigint  not null
  , team_id                bigint  not null
  , day                    date    not null
  , people                 int     not null
  , active_people          int     not null
  , agent_people           int     not null
  , chat_people            int     not null
  , cli_people             int     not null
  , app_people             int     not null
  , interactions           bigint  not null
  , generations            bigint  not null
  , acceptances            bigint  not null
  , completion_generations bigint  not null
  , completion_acceptances bigint  not null
  , loc_suggested_to_add    bigint  not null
  , loc_suggested_to_delete bigint  not null
  , loc_added              bigint  not null
  , loc_deleted            bigint  not null
  , cli_sessions           bigint  not null
  , cli_requests           bigint  not null
  , cli_prompts            bigint  not null
  , app_sessions           bigint  not null
  , agent_sessions         bigint  not null
  , ai_credits             numeric(18, 4) not null
  , constraint usage_day_pk primary key (org_id, team_id, day)
);
create index usage_day_day_idx on usage_day (org_id, day);

create table usage_week (
    org_id                 bigint  not null
  , team_id                bigint  not null
  , week                   date    not null
  , days                   int     not null
  , people                 int     not null
  , active_people          int     not null
  , agent_people           int     not null
  , chat_people            int     not null
  , cli_people             int     not null
  , interactions           bigint  not null
  , generations            bigint  not null
  , acceptances            bigint  not null
  , completion_generations bigint  not null
  , completion_acceptances bigint  not null
  , loc_added              bigint  not null
  , loc_deleted            bigint  not null
  , ai_credits             numeric(18, 4) not null
  , constraint usage_week_pk primary key (org_id, team_id, week)
);
create index usage_week_week_idx on usage_week (org_id, week);

create table usage_breakdown_day (
    org_id                 bigint not null
  , team_id                bigint not null
  , day                    date   not null
  , dimension              text   not null
  , value                  text   not null
  , interactions           bigint not null
  , generations            bigint not null
  , acceptances            bigint not null
  , loc_suggested_to_add    bigint not null
  , loc_added              bigint not null
  , loc_deleted            bigint not null
  , constraint usage_breakdown_day_pk primary key (org_id, team_id, day, dimension, value)
  , constraint usage_breakdown_day_dimension_check check (dimension in ('language', 'editor', 'model', 'feature'))
);

create table usage_organization_report_day (
    org_id                       bigint not null
  , day                          date   not null
  , daily_active_users           int
  , weekly_active_users          int
  , monthly_active_users         int
  , monthly_active_chat_users    int
  , monthly_active_agent_users   int
  , pull_requests_created        int
  , pull_requests_reviewed       int
  , pull_requests_merged         int
  , created_by_copilot           int
  , reviewed_by_copilot          int
  , merged_created_by_copilot    int
  , merged_reviewed_by_copilot   int
  , median_minutes_to_merge      numeric
  , report                       jsonb  not null
  , constraint usage_organization_report_day_pk primary key (org_id, day)
);

create table usage_phase_day (
    org_id        bigint   not null
  , day           date     not null
  , phase_number  smallint not null
  , phase         text     not null
  , engaged_users int
  , users_28d     int
  , constraint usage_phase_day_pk primary key (org_id, day, phase_number)
);

create table usage_repository_day (
    org_id                     bigint not null
  , day                        date   not null
  , repository_id              bigint not null
  , name                       text   not null
  , visibility                 text   not null
  , pull_requests_created      int    not null
  , pull_requests_reviewed     int    not null
  , pull_requests_merged       int    not null
  , created_by_copilot         int    not null
  , reviewed_by_copilot        int    not null
  , merged_created_by_copilot  int    not null
  , merged_reviewed_by_copilot int    not null
  , median_minutes_to_merge    numeric
  , report                     jsonb  not null
  , constraint usage_repository_day_pk primary key (org_id, day, repository_id)
);

create table usage_person (
    org_id          bigint not null
  , person_id       bigint not null
  , login           text   not null
  , last_active_day date
  , constraint usage_person_pk primary key (org_id, person_id)
);

create table report_import (
    org_id          bigint      not null
  , kind            text        not null
  , day             date        not null
  , first_day       date        not null
  , outcome         text        not null
  , digest          text
  , previous_digest text
  , parts           int         not null default 0
  , rows            bigint      not null default 0
  , bytes           bigint      not null default 0
  , attempted_at    timestamptz not null
  , imported_at     timestamptz
  , restated_at     timestamptz
  , problem         text
  , unknown_fields  text[]      not null default '{}'
  , constraint report_import_pk primary key (org_id, kind, day)
  , constraint report_import_kind_check check (kind in
      ('users-1-day', 'users-28-day', 'organization-1-day', 'organization-28-day', 'user-teams-1-day', 'repos-1-day'))
  , constraint report_import_outcome_check check (outcome in ('imported', 'no_data', 'failed'))
);
create index report_import_day_idx on report_import (org_id, day);

create table report_chunk (
    org_id  bigint not null
  , kind    text   not null
  , day     date   not null
  , part    int    not null
  , chunk   int    not null
  , content bytea  not null
  , constraint report_chunk_pk primary key (org_id, kind, day, part, chunk)
);
alter table report_chunk alter column content set storage external;
