-- Which models the AI credits of a month went to, where an organization's billing may be read.

create table billing_month_model (
    org_id        bigint         not null
  , month         date           not null
  , model         text           not null
  , gross_credits numeric(20, 4) not null
  , gross_usd     numeric(20, 4) not null
  , constraint billing_month_model_pk primary key (org_id, month, model)
  , constraint billing_month_model_month_fk foreign key (org_id, month) references billing_month (org_id, month) on delete cascade
);

comment on table billing_month_model is 'AI credits of a month by model, as GitHub bills them; together they are the credits of billing_month.';
comment on column billing_month_model.org_id is 'The organization.';
comment on column billing_month_model.month is 'First day of the month.';
comment on column billing_month_model.model is 'The model in GitHub''s words; empty where GitHub names none.';
comment on column billing_month_model.gross_credits is 'Credits used, the included ones too.';
comment on column billing_month_model.gross_usd is 'Their price before the included pool, US dollars.';
