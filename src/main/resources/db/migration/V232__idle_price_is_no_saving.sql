-- The price of idle seats is not what giving them back saves: the comments say so where an analyst reads them.

comment on column cost_snapshot.idle_usd is 'Price of the idle seats a month, US dollars; what giving them back would save is in saves_usd.';
comment on column flightlog.cost_snapshots.idle_usd is 'Price of the idle seats a month, US dollars; what giving them back would save is in saves_usd.';
