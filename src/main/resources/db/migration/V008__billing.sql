-- What GitHub bills for AI credits, where an organization's billing may be read.

create table billing_month (
    org_id        bigint         not null
  , month         date           not null
  , gross_credits numeric(20, 4) not null
  , gross_usd     numeric(20, 4) not null
  , net_credits   numeric(20, 4) not null
  , net_usd       numeric(20, 4) not null
  , read_at       timestamptz    not null
  , constraint billing_month_pk primary key (org_id, month)
  , constraint billing_month_first_day_check check (extract(day from month) = 1)
);

comment on table billing_month is 'AI credits as GitHub bills them, one row for each UTC month; none where billing is held by the enterprise or may not be read.';
comment on column billing_month.org_id is 'The organization.';
comment on column billing_month.month is 'First day of the month.';
comment on column billing_month.gross_credits is 'Credits used.';
comment on column billing_month.gross_usd is 'Their price before the included pool, US dollars.';
comment on column billing_month.net_credits is 'Credits beyond the included pool.';
comment on column billing_month.net_usd is 'What is billed, US dollars.';
comment on column billing_month.read_at is 'When GitHub was last asked.';
