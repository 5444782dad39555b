-- Views for analysts: teams and who is in them, and what is known of each seat.

create view flightlog.teams as
select organization.login as org
     , team.team_id
     , team.slug
     , team.name
     , parent.slug as parent
  from team
  join organization using (org_id)
  left join team parent on parent.org_id = team.org_id and parent.team_id = team.parent_id;

comment on view flightlog.teams is 'Teams of each organization as they are now. Small teams are not hidden here.';
comment on column flightlog.teams.org is 'Login of the organization.';
comment on column flightlog.teams.team_id is 'GitHub''s id of the team.';
comment on column flightlog.teams.slug is 'Slug of the team.';
comment on column flightlog.teams.name is 'Name of the team.';
comment on column flightlog.teams.parent is 'Slug of the parent team; null for none.';

create view flightlog.members as
select organization.login as org
     , team.slug as team
     , team.team_id
     , person.login
     , member.person_id
  from team_member member
  join team using (org_id, team_id)
  join organization using (org_id)
  join person using (org_id, person_id);

comment on view flightlog.members is 'Who is in which team now. Join with user_days and seats by org and person_id.';
comment on column flightlog.members.org is 'Login of the organization.';
comment on column flightlog.members.team is 'Slug of the team.';
comment on column flightlog.members.team_id is 'GitHub''s id of the team.';
comment on column flightlog.members.login is 'Login of the person.';
comment on column flightlog.members.person_id is 'GitHub''s id of the person.';
