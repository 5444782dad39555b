-- What analysts could only read from tables so far; and the one figure of GitHub's seat breakdown that was not kept.

alter table seat_day add column breakdown_total int;

comment on column seat_day.breakdown_total is 'GitHub''s seat_breakdown.total, as given; null on days before it was kept.';
comment on column seat_day.plan_type is 'Plan of the organization as GitHub gives it; null where GitHub does not say.';
comment on column report_import.parts is 'Part files that the archive keeps; 0 where they were dropped.';
comment on column command_log.outcome is 'running, answered, refused, not_found, not_understood, unheard (no member, or the comment is gone), failed, or limited (too many in ten minutes).';

create view flightlog.seat_changes as
select organization.login as org
     , seat.login
     , change.*
  from seat_change change
  join organization using (org_id)
  left join seat using (org_id, person_id);

comment on view flightlog.seat_changes is 'What happened to seats, from one listing to the next, with names.';

create view flightlog.seat_days as
select organization.login as org
     , seats.*
  from seat_day seats
  join organization using (org_id);

comment on view flightlog.seat_days is 'Seats in total by UTC day, beside GitHub''s own breakdown.';

create view flightlog.phase_days as
select organization.login as org
     , phase.*
  from usage_phase_day phase
  join organization using (org_id);

comment on view flightlog.phase_days is 'People by adoption phase and UTC day.';

create view flightlog.billing_months as
select organization.login as org
     , billed.*
  from billing_month billed
  join organization using (org_id);

comment on view flightlog.billing_months is 'AI credits as GitHub bills them, by UTC month; none where the bill may not be read.';

create view flightlog.billing_month_models as
select organization.login as org
     , billed.*
  from billing_month_model billed
  join organization using (org_id);

comment on view flightlog.billing_month_models is 'AI credits of a month by model, as GitHub bills them.';

-- The columns that views share with the tables behind them have the tables' own comments.
do $$
declare
    told record;
begin
    for told in
        select view.view_name, described.attname as name, col_description(described.attrelid, described.attnum) as said
          from (values ('seat_changes', 'seat_change')
                     , ('seat_days', 'seat_day')
                     , ('phase_days', 'usage_phase_day')
                     , ('billing_months', 'billing_month')
                     , ('billing_month_models', 'billing_month_model')) view (view_name, table_name)
          join pg_attribute described
            on described.attrelid = view.table_name::regclass and described.attnum > 0 and not described.attisdropped
    loop
        execute format('comment on column flightlog.%I.%I is %L', told.view_name, told.name, told.said);
    end loop;
end $$;

comment on column flightlog.seat_changes.org is 'Login of the organization.';
comment on column flightlog.seat_changes.login is 'Login of the person whose seat it is, as the seat listing gave it last.';
comment on column flightlog.seat_days.org is 'Login of the organization.';
comment on column flightlog.phase_days.org is 'Login of the organization.';
comment on column flightlog.billing_months.org is 'Login of the organization.';
comment on column flightlog.billing_month_models.org is 'Login of the organization.';
