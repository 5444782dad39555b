-- Seats are decided again after each reading of usage too: what is read of the past may be the last activity known.
comment on table seat_decision is 'What each seat that is held is under the policy, as it was decided last.';
comment on column seat_decision.decided_at is 'When it was decided: after each reading of seats or usage.';
comment on column flightlog.seats.state is 'ending, exempt, active, new, signed_in, idle or never_used, as it was decided last; the last two are the idle seats. Null for a seat that ended, and before the first reading.';
comment on column flightlog.seats.decided_at is 'When state, reason and cost were decided: after each reading of seats or usage.';
