-- What analysts read: names that stay, whatever becomes of the tables behind them.

create schema if not exists flightlog;
comment on schema flightlog is 'Read-only views for analysts. Their names and columns stay; grant usage and select here, not on the tables.';

create view flightlog.seats as
select organization.login as org
     , seat.login
     , seat.person_id
     , seat.plan_type
     , seat.assigning_team_slug as assigning_team
     , seat.created_at
     , seat.pending_cancellation_date
     , seat.last_activity_at
     , seat.last_activity_editor
     , seat.last_authenticated_at
     , usage_person.last_active_day as last_usage_day
     , seat.ended_at
  from seat
  join organization using (org_id)
  left join usage_person using (org_id, person_id);

comment on view flightlog.seats is 'Copilot seats: held ones have no ended_at. Last known activity is the later of last_activity_at and last_usage_day.';
comment on column flightlog.seats.org is 'Login of the organization.';
comment on column flightlog.seats.login is 'Login of the person who holds the seat.';
comment on column flightlog.seats.person_id is 'GitHub''s id of that person.';
comment on column flightlog.seats.plan_type is 'business, enterprise or unknown.';
comment on column flightlog.seats.assigning_team is 'Slug of the team through which the seat is held; null when assigned directly.';
comment on column flightlog.seats.created_at is 'When access was last granted.';
comment on column flightlog.seats.pending_cancellation_date is 'Day on which the seat ends; null if it goes on.';
comment on column flightlog.seats.last_activity_at is 'Latest activity that the seat listing ever gave.';
comment on column flightlog.seats.last_activity_editor is 'Editor that came with it.';
comment on column flightlog.seats.last_authenticated_at is 'Latest sign-in to Copilot.';
comment on column flightlog.seats.last_usage_day is 'Last UTC day with activity in the usage reports.';
comment on column flightlog.seats.ended_at is 'When the seat was seen to be over; null while it is held.';

create view flightlog.user_days as
select organization.login as org
     , usage_person.login
     , usage.*
  from usage_user_day usage
  join organization using (org_id)
  left join usage_person using (org_id, person_id);

comment on view flightlog.user_days is 'What each person did on each UTC day, with names. Columns as in usage_user_day.';

create view flightlog.team_days as
select organization.login as org
     , team.slug as team
     , usage.*
  from usage_day usage
  join organization using (org_id)
  left join team using (org_id, team_id)
 where usage.team_id <> 0;

comment on view flightlog.team_days is 'Totals of each team and UTC day. A person in two teams counts in both; distinct people must not be added over days. Small teams are not hidden here.';

create view flightlog.org_days as
select organization.login as org
     , usage.*
     , report.daily_active_users
     , report.weekly_active_users
     , report.monthly_active_users
     , report.pull_requests_created
     , report.pull_requests_merged
     , report.merged_created_by_copilot
     , report.merged_reviewed_by_copilot
  from usage_day usage
  join organization using (org_id)
  left join usage_organization_report_day report using (org_id, day)
 where usage.team_id = 0;

comment on view flightlog.org_days is 'Totals of each organization and UTC day, beside what GitHub''s organization report says.';

create view flightlog.weeks as
select organization.login as org
     , team.slug as team
     , usage.*
  from usage_week usage
  join organization using (org_id)
  left join team using (org_id, team_id);

comment on view flightlog.weeks is 'ISO weeks of organizations (team_id 0) and teams, with distinct people.';

create view flightlog.breakdowns as
select organization.login as org
     , team.slug as team
     , usage.*
  from usage_breakdown_day usage
  join organization using (org_id)
  left join team using (org_id, team_id);

comment on view flightlog.breakdowns is 'Activity of a day by language, editor, model and feature, of organizations (team_id 0) and teams.';

create view flightlog.repository_days as
select organization.login as org
     , usage.*
  from usage_repository_day usage
  join organization using (org_id);

comment on view flightlog.repository_days is 'Pull requests by repository and UTC day.';

create view flightlog.reports as
select organization.login as org
     , report.kind
     , report.first_day as report_start_day
     , report.day as report_end_day
     , report.outcome
     , report.rows
     , report.bytes
     , report.digest
     , report.imported_at
     , report.restated_at
     , report.problem
     , report.unknown_fields
     , (select coalesce(array_agg(deployment.public_url || '/api/orgs/' || organization.login || '/reports/'
                                  || report.kind || '/' || report.day || '/parts/' || part
                                  order by part), '{}')
          from deployment
         cross join generate_series(1, report.parts) part) as download_links
  from report_import report
  join organization using (org_id);

comment on view flightlog.reports is 'The import ledger, with links to our own archive of the part files (Bearer token needed).';
comment on column flightlog.reports.org is 'Login of the organization.';
comment on column flightlog.reports.kind is 'The report family.';
comment on column flightlog.reports.report_start_day is 'First day that the report covers.';
comment on column flightlog.reports.report_end_day is 'Last day that the report covers.';
comment on column flightlog.reports.outcome is 'imported, no_data or failed.';
comment on column flightlog.reports.rows is 'Rows in all parts.';
comment on column flightlog.reports.bytes is 'Bytes of all parts, as GitHub sent them.';
comment on column flightlog.reports.digest is 'SHA-256 over the digests of all parts.';
comment on column flightlog.reports.imported_at is 'When what is stored was loaded.';
comment on column flightlog.reports.restated_at is 'When GitHub was last seen to have changed it after it was imported.';
comment on column flightlog.reports.problem is 'Why the last attempt brought nothing; null after one that did.';
comment on column flightlog.reports.unknown_fields is 'Fields that Flightlog does not know.';
comment on column flightlog.reports.download_links is 'One link for each part file in our archive.';

create view flightlog.org_copilot_user_usage_metrics as
select org, report_start_day, report_end_day, download_links
  from flightlog.reports
 where kind = 'users-28-day'
   and outcome = 'imported';

comment on view flightlog.org_copilot_user_usage_metrics is 'The imported 28-day user reports.';
comment on column flightlog.org_copilot_user_usage_metrics.org is 'Login of the organization.';
comment on column flightlog.org_copilot_user_usage_metrics.report_start_day is 'First day that the report covers.';
comment on column flightlog.org_copilot_user_usage_metrics.report_end_day is 'Last day that the report covers.';
comment on column flightlog.org_copilot_user_usage_metrics.download_links is 'One link for each part file in our archive.';

-- The columns that views share with the tables behind them have the tables' own comments.
do $$
declare
    told record;
begin
    for told in
        select view.view_name, described.attname as name, col_description(described.attrelid, described.attnum) as said
          from (values ('user_days', 'usage_user_day')
                     , ('team_days', 'usage_day')
                     , ('org_days', 'usage_organization_report_day')
                     , ('org_days', 'usage_day')
                     , ('weeks', 'usage_week')
                     , ('breakdowns', 'usage_breakdown_day')
                     , ('repository_days', 'usage_repository_day')) view (view_name, table_name)
          join pg_attribute described on described.attrelid = view.table_name::regclass and described.attnum > 0
          join pg_attribute shown
            on shown.attrelid = ('flightlog.' || view.view_name)::regclass and shown.attname = described.attname
    loop
        execute format('comment on column flightlog.%I.%I is %L', told.view_name, told.name, told.said);
    end loop;
end $$;

comment on column flightlog.user_days.org is 'Login of the organization.';
comment on column flightlog.user_days.login is 'Login of the person, as the latest report gave it.';
comment on column flightlog.team_days.org is 'Login of the organization.';
comment on column flightlog.team_days.team is 'Slug of the team as it is now; null for a team that is gone.';
comment on column flightlog.org_days.org is 'Login of the organization.';
comment on column flightlog.weeks.org is 'Login of the organization.';
comment on column flightlog.weeks.team is 'Slug of the team as it is now; null for the organization and for a team that is gone.';
comment on column flightlog.breakdowns.org is 'Login of the organization.';
comment on column flightlog.breakdowns.team is 'Slug of the team as it is now; null for the organization and for a team that is gone.';
comment on column flightlog.repository_days.org is 'Login of the organization.';
