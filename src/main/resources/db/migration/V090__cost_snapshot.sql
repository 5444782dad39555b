-- What the seats check found last about idle seats and their money, for gauges and analysts.

create table cost_snapshot (
    org_id                      bigint         not null
  , decided_at                  timestamptz    not null
  , seats                       int            not null
  , seats_usd                   numeric(14, 2) not null
  , idle_seats                  int            not null
  , idle_usd                    numeric(14, 2) not null
  , saves_usd                   numeric(14, 2) not null
  , saves_with_team_changes_usd numeric(14, 2) not null
  , saving_condition            text           not null
  , constraint cost_snapshot_pk primary key (org_id)
);

comment on table cost_snapshot is 'Idle seats and their money as the seats check decided them last, one row an organization.';
comment on column cost_snapshot.org_id is 'The organization.';
comment on column cost_snapshot.decided_at is 'When it was decided.';
comment on column cost_snapshot.seats is 'Seats held.';
comment on column cost_snapshot.seats_usd is 'What they cost a month at the policy''s prices, US dollars.';
comment on column cost_snapshot.idle_seats is 'Idle seats: idle and never used together.';
comment on column cost_snapshot.idle_usd is 'What the idle seats cost a month, US dollars.';
comment on column cost_snapshot.saves_usd is 'What removing those that were assigned directly would save a month at most, US dollars.';
comment on column cost_snapshot.saves_with_team_changes_usd is 'The same, if the teams that hold the others change too.';
comment on column cost_snapshot.saving_condition is 'What the saving depends on: credits_left_over, credits_partly_used, credits_used_up, enterprise_pool_unknown, projection_unknown, no_price or no_seats.';

create view flightlog.cost_snapshots as
select organization.login as org
     , snapshot.*
  from cost_snapshot snapshot
  join organization using (org_id);

comment on view flightlog.cost_snapshots is 'Idle seats and their money as the seats check decided them last.';
comment on column flightlog.cost_snapshots.org is 'Login of the organization.';
comment on column flightlog.cost_snapshots.org_id is 'The organization.';
comment on column flightlog.cost_snapshots.decided_at is 'When it was decided.';
comment on column flightlog.cost_snapshots.seats is 'Seats held.';
comment on column flightlog.cost_snapshots.seats_usd is 'What they cost a month at the policy''s prices, US dollars.';
comment on column flightlog.cost_snapshots.idle_seats is 'Idle seats: idle and never used together.';
comment on column flightlog.cost_snapshots.idle_usd is 'What the idle seats cost a month, US dollars.';
comment on column flightlog.cost_snapshots.saves_usd is 'What removing those that were assigned directly would save a month at most, US dollars.';
comment on column flightlog.cost_snapshots.saves_with_team_changes_usd is 'The same, if the teams that hold the others change too.';
comment on column flightlog.cost_snapshots.saving_condition is 'What the saving depends on: credits_left_over, credits_partly_used, credits_used_up, enterprise_pool_unknown, projection_unknown, no_price or no_seats.';
