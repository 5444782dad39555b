-- Usage of a month's last days arrives in the next month: who reaches a budget of their own then is warned of too.

alter table github_budget_read add column own_reached_before int;
alter table github_budget_read add constraint github_budget_read_own_reached_before_check check (own_reached_before in (0, 75, 90, 100));

comment on column github_budget_read.own_reached_before is 'As own_reached, of the month before that of known_at; null also when no usage of it is waited for any more.';
