-- What a seat of a plan that GitHub does not name costs is not known, and not 0.

alter table seat_decision alter column monthly_usd drop not null;
alter table cost_snapshot
    alter column seats_usd drop not null
  , alter column idle_usd drop not null
  , alter column saves_usd drop not null
  , alter column saves_with_team_changes_usd drop not null;

update seat_decision decision
   set monthly_usd = null
  from seat
 where seat.org_id = decision.org_id
   and seat.person_id = decision.person_id
   and seat.plan_type not in ('business', 'enterprise');

comment on column seat_decision.monthly_usd is 'What the seat costs a month at the policy''s prices, US dollars; null where GitHub does not name its plan, so that nobody knows.';
comment on column flightlog.seats.monthly_usd is 'What the seat costs a month at the policy''s prices, US dollars; null where GitHub does not name its plan, so that nobody knows: a sum is then the least that they cost.';
comment on column cost_snapshot.seats_usd is 'What they cost a month at the policy''s prices, US dollars; null where the price of one is not known.';
comment on column flightlog.cost_snapshots.seats_usd is 'What they cost a month at the policy''s prices, US dollars; null where the price of one is not known.';
comment on column cost_snapshot.idle_usd is 'Price of the idle seats a month, US dollars; null where that of one is not known. What giving them back would save is in saves_usd.';
comment on column flightlog.cost_snapshots.idle_usd is 'Price of the idle seats a month, US dollars; null where that of one is not known. What giving them back would save is in saves_usd.';
comment on column cost_snapshot.saves_usd is 'What removing those that were assigned directly would save a month at most, US dollars; null where the price of one is not known.';
comment on column flightlog.cost_snapshots.saves_usd is 'What removing those that were assigned directly would save a month at most, US dollars; null where the price of one is not known.';
