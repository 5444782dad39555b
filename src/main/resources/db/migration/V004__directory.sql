-- People, teams, and who is in which.

create table person (
    org_id     bigint      not null
  , person_id  bigint      not null
  , login      text        not null
  , role       text        not null
  , joined_at  timestamptz
  , left_at    timestamptz
  , seen_at    timestamptz not null
  , constraint person_pk primary key (org_id, person_id)
  , constraint person_role_check check (role in ('admin', 'member', 'none'))
);
create index person_login_idx on person (org_id, lower(login));

comment on table person is 'People an organization has or had. Someone who left keeps a row until the retention time is over.';
comment on column person.org_id is 'The organization.';
comment on column person.person_id is 'GitHub''s id of the person.';
comment on column person.login is 'The person''s name on GitHub, as last seen.';
comment on column person.role is 'admin (an owner), member, or none for someone who is no member (any more).';
comment on column person.joined_at is 'When membership was first seen.';
comment on column person.left_at is 'When membership was first seen to be over; the clock of erasure.';
comment on column person.seen_at is 'Last listing or event that named the person.';

create table team (
    org_id      bigint      not null
  , team_id     bigint      not null
  , parent_id   bigint
  , slug        text        not null
  , name        text        not null
  , description text        not null default ''
  , html_url    text        not null default ''
  , seen_at     timestamptz not null
  , constraint team_pk primary key (org_id, team_id)
);
create index team_slug_idx on team (org_id, lower(slug));

comment on table team is 'Teams as they are now.';
comment on column team.org_id is 'The organization.';
comment on column team.team_id is 'GitHub''s id of the team.';
comment on column team.parent_id is 'The team above it; null at the top.';
comment on column team.slug is 'Name in URLs and mentions.';
comment on column team.name is 'Name for people: written by people, so escaped wherever it is shown.';
comment on column team.description is 'Description, written by people.';
comment on column team.html_url is 'Where the team is on the web.';
comment on column team.seen_at is 'Last listing or event that named the team.';

create table team_member (
    org_id    bigint      not null
  , team_id   bigint      not null
  , person_id bigint      not null
  , seen_at   timestamptz not null
  , constraint team_member_pk primary key (org_id, team_id, person_id)
);
create index team_member_person_idx on team_member (org_id, person_id);

comment on table team_member is 'Who is in which team now. Members of child teams count in the parent, as GitHub lists them.';
comment on column team_member.org_id is 'The organization.';
comment on column team_member.team_id is 'The team.';
comment on column team_member.person_id is 'The person.';
comment on column team_member.seen_at is 'Last listing or event that said so.';
