-- What each seat is under the policy in force, and why: as the seats check decided it last, so that SQL says the same.

create table seat_decision (
    org_id      bigint        not null
  , person_id   bigint        not null
  , decided_at  timestamptz   not null
  , state       text          not null
  , reason      text          not null
  , idle_spend  text          not null
  , monthly_usd numeric(9, 2) not null
  , constraint seat_decision_pk primary key (org_id, person_id)
  , constraint seat_decision_state_check
        check (state in ('ending', 'exempt', 'active', 'new', 'signed_in', 'idle', 'never_used'))
  , constraint seat_decision_idle_spend_check check (idle_spend in ('none', 'removable', 'needs_team_change'))
);

comment on table seat_decision is 'What each seat that is held is under the policy, as the seats check decided it last.';
comment on column seat_decision.org_id is 'The organization.';
comment on column seat_decision.person_id is 'Who holds the seat.';
comment on column seat_decision.decided_at is 'When it was decided: after each reading of seats.';
comment on column seat_decision.state is 'ending, exempt, active, new, signed_in, idle or never_used; the last two are the idle seats.';
comment on column seat_decision.reason is 'One sentence that says why; it may hold names and the reason that the policy gives.';
comment on column seat_decision.idle_spend is 'none; removable for an idle seat that was assigned directly; needs_team_change for one that is held through a team.';
comment on column seat_decision.monthly_usd is 'What the seat costs a month at the policy''s prices, US dollars; 0 for a plan without a known price.';

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
     , decision.state
     , decision.reason
     , decision.idle_spend
     , decision.monthly_usd
     , decision.decided_at
  from seat
  join organization using (org_id)
  left join usage_person using (org_id, person_id)
  left join seat_decision decision
    on decision.org_id = seat.org_id and decision.person_id = seat.person_id and seat.ended_at is null;

comment on column flightlog.seats.state is 'ending, exempt, active, new, signed_in, idle or never_used, as the seats check decided last; the last two are the idle seats. Null for a seat that ended, and before the first check.';
comment on column flightlog.seats.reason is 'One sentence that says why the state is so; it may hold names and the reason that the policy gives.';
comment on column flightlog.seats.idle_spend is 'none; removable for an idle seat that was assigned directly; needs_team_change for one that is held through a team.';
comment on column flightlog.seats.monthly_usd is 'What the seat costs a month at the policy''s prices, US dollars.';
comment on column flightlog.seats.decided_at is 'When state, reason and cost were decided: after each reading of seats.';
