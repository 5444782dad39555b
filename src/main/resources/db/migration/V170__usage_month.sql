-- Distinct people of a calendar month: they cannot be had by adding days or weeks.

create table usage_month (
    org_id             bigint not null
  , month              date   not null
  , days               int    not null
  , active_people      int    not null
  , agent_people       int    not null
  , chat_people        int    not null
  , cli_people         int    not null
  , app_people         int    not null
  , cloud_agent_people int    not null
  , stamp              text   not null
  , constraint usage_month_pk primary key (org_id, month)
  , constraint usage_month_month_check check (month = date_trunc('month', month))
);

comment on table usage_month is 'A calendar month of the organization, with distinct people. Counted again after days of the month have changed.';
comment on column usage_month.org_id is 'The organization.';
comment on column usage_month.month is 'First day of the month.';
comment on column usage_month.days is 'Days of the month with data.';
comment on column usage_month.active_people is 'Distinct people with any activity in the month.';
comment on column usage_month.agent_people is 'Distinct people who used an agent.';
comment on column usage_month.chat_people is 'Distinct people who used chat.';
comment on column usage_month.cli_people is 'Distinct people who used the CLI.';
comment on column usage_month.app_people is 'Distinct people who used the Copilot app.';
comment on column usage_month.cloud_agent_people is 'Distinct people who used the cloud agent.';
comment on column usage_month.stamp is 'Digest of the totals of the days that were counted; another one means that the month is counted again.';
