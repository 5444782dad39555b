-- A price of 0 in the policy is a price, and not one that nobody knows.
comment on column cost_snapshot.saving_condition is 'What the saving depends on: credits_left_over, credits_partly_used, credits_used_up, enterprise_pool_unknown, biller_unknown, projection_unknown, no_price, price_zero or no_seats.';
comment on column flightlog.cost_snapshots.saving_condition is 'What the saving depends on: credits_left_over, credits_partly_used, credits_used_up, enterprise_pool_unknown, biller_unknown, projection_unknown, no_price, price_zero or no_seats.';
