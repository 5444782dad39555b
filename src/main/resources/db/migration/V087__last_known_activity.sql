-- What Flightlog itself takes for the last known activity, so that nobody has to compute it.

create or replace view flightlog.seats as
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
     , greatest(seat.last_activity_at
              , (usage_person.last_active_day + 1)::timestamp at time zone 'utc' - interval '1 millisecond')
       as last_known_activity
  from seat
  join organization using (org_id)
  left join usage_person using (org_id, person_id);

comment on column flightlog.seats.last_known_activity is 'The later of last_activity_at and the end of last_usage_day: what the state of the seat is decided by.';
