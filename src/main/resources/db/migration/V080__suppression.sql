-- What may be shown: decided when data change, read when somebody asks.

create table membership_version (
    org_id  bigint not null
  , version bigint not null
  , constraint membership_version_pk primary key (org_id)
);

comment on table membership_version is 'Counts changes of who is in which team and who holds a seat, so that a decision made before is known to be old. Kept by triggers.';
comment on column membership_version.org_id is 'The organization.';
comment on column membership_version.version is 'Grows with each change.';

create table team_visibility (
    org_id    bigint not null
  , threshold int not null
  , version   bigint not null
  , team_ids  bigint[] not null
  , reasons   text[] not null
  , constraint team_visibility_pk primary key (org_id)
);

comment on table team_visibility is 'Which teams may be shown now, by who is in them and holds a seat.';
comment on column team_visibility.org_id is 'The organization.';
comment on column team_visibility.threshold is 'privacy.min_team_size of the policy under which it was decided.';
comment on column team_visibility.version is 'membership_version at which it was decided.';
comment on column team_visibility.team_ids is 'GitHub''s ids of all teams.';
comment on column team_visibility.reasons is 'For each of them SHOWN, TOO_SMALL, GIVES_AWAY_OTHERS or SECRET.';

create table suppression (
    org_id       bigint not null
  , grain        text not null
  , first_day    date not null
  , threshold    int not null
  , stamp        text not null
  , org_few      int not null
  , org_withheld int not null
  , team_ids     bigint[] not null
  , few          int[] not null
  , withheld     int[] not null
  , constraint suppression_pk primary key (org_id, grain, first_day)
  , constraint suppression_grain_check check (grain in ('week', 'day'))
);

comment on table suppression is 'Which figures of a week or day may not be shown, because too few people contribute to them or they would give such a group away.';
comment on column suppression.org_id is 'The organization.';
comment on column suppression.grain is 'week or day.';
comment on column suppression.first_day is 'The day, or the Monday of the week.';
comment on column suppression.threshold is 'privacy.min_team_size of the policy under which it was decided.';
comment on column suppression.stamp is 'Digest of the data that it was decided by; empty for days, which go with their week.';
comment on column suppression.org_few is 'Metrics of the organization with too few contributors, as bits: 1 seats, 2 active, 4 agent, 8 chat, 16 CLI, 32 app, then the counters.';
comment on column suppression.org_withheld is 'Metrics of the organization that would give a few people away, as bits.';
comment on column suppression.team_ids is 'GitHub''s ids of the teams of the period.';
comment on column suppression.few is 'The same for each of these teams: metrics with too few contributors.';
comment on column suppression.withheld is 'And metrics that would give a few people away.';

create function membership_changed(organizations bigint[]) returns void
    language sql
as $$
    insert into membership_version as known (org_id, version)
    select distinct changed, 1
      from unnest(organizations) as changed
     order by changed
        on conflict (org_id) do update
       set version = known.version + 1
$$;

comment on function membership_changed is 'Makes decisions of these organizations old.';

create function membership_added() returns trigger
    language plpgsql
as $$
begin
    perform membership_changed(array(select distinct org_id from added));
    return null;
end $$;

create function membership_removed() returns trigger
    language plpgsql
as $$
begin
    perform membership_changed(array(select distinct org_id from removed));
    return null;
end $$;

create function team_altered() returns trigger
    language plpgsql
as $$
begin
    perform membership_changed(array(
        select distinct added.org_id
          from added
          join removed using (org_id, team_id)
         where added.parent_id is distinct from removed.parent_id
            or added.secret is distinct from removed.secret));
    return null;
end $$;

create function seat_altered() returns trigger
    language plpgsql
as $$
begin
    perform membership_changed(array(
        select distinct added.org_id
          from added
          join removed using (org_id, person_id)
         where (added.ended_at is null) <> (removed.ended_at is null)
            or added.created_at <> removed.created_at));
    return null;
end $$;

alter table team add column secret boolean not null default false;
comment on column team.secret is 'True for a team that GitHub shows to its members and owners only.';

create trigger team_member_added after insert on team_member
    referencing new table as added for each statement execute function membership_added();
create trigger team_member_removed after delete on team_member
    referencing old table as removed for each statement execute function membership_removed();
create trigger team_added after insert on team
    referencing new table as added for each statement execute function membership_added();
create trigger team_removed after delete on team
    referencing old table as removed for each statement execute function membership_removed();
create trigger team_altered after update on team
    referencing new table as added old table as removed for each statement execute function team_altered();
create trigger seat_added after insert on seat
    referencing new table as added for each statement execute function membership_added();
create trigger seat_removed after delete on seat
    referencing old table as removed for each statement execute function membership_removed();
create trigger seat_altered after update on seat
    referencing new table as added old table as removed for each statement execute function seat_altered();
