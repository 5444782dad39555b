-- One more counter of the usage reports. Days that were loaded before have 0 until they are loaded again (reimport).

alter table usage_user_day add column agent_messages bigint not null default 0;
alter table usage_day add column agent_messages bigint not null default 0;

comment on column usage_user_day.agent_messages is 'Messages in the Agents window of VS Code (totals_by_vscode_agent.total_user_messages).';
comment on column usage_day.agent_messages is 'Messages in the Agents window of VS Code (totals_by_vscode_agent.total_user_messages).';

create or replace view flightlog.user_days as
select organization.login as org
     , usage_person.login
     , usage.*
  from usage_user_day usage
  join organization using (org_id)
  left join usage_person using (org_id, person_id);

create or replace view flightlog.team_days as
select organization.login as org
     , team.slug as team
     , usage.*
  from usage_day usage
  join organization using (org_id)
  left join team using (org_id, team_id)
 where usage.team_id <> 0;

comment on column flightlog.user_days.agent_messages is 'Messages in the Agents window of VS Code (totals_by_vscode_agent.total_user_messages).';
comment on column flightlog.team_days.agent_messages is 'Messages in the Agents window of VS Code (totals_by_vscode_agent.total_user_messages).';
