-- When events last said that somebody's rights changed: answers of GitHub from before are not relied on.

create table membership_doubt (
    org_id     bigint      not null
  , person_id  bigint      not null
  , doubted_at timestamptz not null
  , constraint membership_doubt_pk primary key (org_id, person_id)
);

comment on table membership_doubt is 'When an event last said that a membership changed. What GitHub said before that moment is asked again.';
comment on column membership_doubt.org_id is 'The organization.';
comment on column membership_doubt.person_id is 'GitHub''s id of the person; 0 where the event was about a whole team.';
comment on column membership_doubt.doubted_at is 'When the event was handled.';
