-- Seats: as they are now, what changed, and a total for each day.

create table seat (
    org_id                    bigint      not null
  , person_id                 bigint      not null
  , login                     text        not null
  , plan_type                 text        not null
  , assigning_team_id         bigint
  , assigning_team_slug       text
  , created_at                timestamptz not null
  , pending_cancellation_date date
  , last_activity_at          timestamptz
  , last_activity_editor      text
  , last_authenticated_at     timestamptz
  , first_seen_at             timestamptz not null
  , last_seen_at              timestamptz not null
  , ended_at                  timestamptz
  , constraint seat_pk primary key (org_id, person_id)
  , constraint seat_plan_type_check check (plan_type in ('business', 'enterprise', 'unknown'))
);
create index seat_login_idx on seat (org_id, lower(login));

comment on table seat is 'Copilot seats of an organization, one a person. A seat that ended keeps its row with ended_at.';
comment on column seat.org_id is 'The organization.';
comment on column seat.person_id is 'Who holds the seat.';
comment on column seat.login is 'The person''s name on GitHub, as the seat listing gave it last.';
comment on column seat.plan_type is 'business, enterprise, or unknown.';
comment on column seat.assigning_team_id is 'The team through which the seat is held; null when assigned directly.';
comment on column seat.assigning_team_slug is 'Slug of that team.';
comment on column seat.created_at is 'When access was last granted.';
comment on column seat.pending_cancellation_date is 'Day on which the seat ends; null if it goes on.';
comment on column seat.last_activity_at is 'Latest last_activity_at that GitHub ever gave for this person. Never lowered, kept when GitHub forgets it after 90 days.';
comment on column seat.last_activity_editor is 'Editor and version that came with it.';
comment on column seat.last_authenticated_at is 'Latest sign-in to Copilot that GitHub ever gave. Never lowered.';
comment on column seat.first_seen_at is 'First listing with this seat.';
comment on column seat.last_seen_at is 'Last listing with this seat.';
comment on column seat.ended_at is 'First listing without this seat; null while it is held.';

create table seat_change (
    org_id      bigint      not null
  , changed_at  timestamptz not null
  , person_id   bigint      not null
  , change      text        not null
  , before      text
  , after       text
  , constraint seat_change_pk primary key (org_id, changed_at, person_id, change)
  , constraint seat_change_check check (change in ('granted', 'revoked', 'cancellation_pending', 'cancellation_withdrawn', 'plan_changed', 'team_changed'))
);
create index seat_change_person_idx on seat_change (org_id, person_id, changed_at);

comment on table seat_change is 'What happened to seats, from one listing to the next.';
comment on column seat_change.org_id is 'The organization.';
comment on column seat_change.changed_at is 'When the listing that showed it was read.';
comment on column seat_change.person_id is 'Whose seat.';
comment on column seat_change.change is 'granted, revoked, cancellation_pending, cancellation_withdrawn, plan_changed or team_changed.';
comment on column seat_change.before is 'Value before, where there is one.';
comment on column seat_change.after is 'Value after, where there is one.';

create table seat_day (
    org_id               bigint not null
  , day                  date   not null
  , seats                int    not null
  , business_seats       int    not null
  , enterprise_seats     int    not null
  , direct_seats         int    not null
  , unreadable_seats     int    not null default 0
  , plan_type            text
  , added_this_cycle     int
  , pending_cancellation int
  , pending_invitation   int
  , active_this_cycle    int
  , inactive_this_cycle  int
  , settings             jsonb  not null default '{}'
  , constraint seat_day_pk primary key (org_id, day)
);

comment on table seat_day is 'Seats in total, one row for each UTC day, the last listing of the day; with GitHub''s own breakdown.';
comment on column seat_day.org_id is 'The organization.';
comment on column seat_day.day is 'UTC day.';
comment on column seat_day.seats is 'Seats held.';
comment on column seat_day.business_seats is 'Seats on Copilot Business.';
comment on column seat_day.enterprise_seats is 'Seats on Copilot Enterprise.';
comment on column seat_day.direct_seats is 'Seats assigned directly, not through a team.';
comment on column seat_day.unreadable_seats is 'Further seats that GitHub listed without a person, such as those of deleted accounts.';
comment on column seat_day.plan_type is 'Plan of the organization as GitHub gives it.';
comment on column seat_day.added_this_cycle is 'GitHub''s seat_breakdown, as given.';
comment on column seat_day.pending_cancellation is 'GitHub''s seat_breakdown, as given.';
comment on column seat_day.pending_invitation is 'GitHub''s seat_breakdown, as given.';
comment on column seat_day.active_this_cycle is 'GitHub''s seat_breakdown, as given.';
comment on column seat_day.inactive_this_cycle is 'GitHub''s seat_breakdown, as given.';
comment on column seat_day.settings is 'seat_management_setting, public_code_suggestions, ide_chat, platform_chat, cli as GitHub gives them.';

-- Not logged: after a crash the reading is simply done again.
create unlogged table seat_listing (
    org_id                    bigint      not null
  , reading                   uuid        not null
  , person_id                 bigint      not null
  , round                     smallint    not null
  , login                     text        not null
  , plan_type                 text        not null
  , assigning_team_id         bigint
  , assigning_team_slug       text
  , created_at                timestamptz not null
  , pending_cancellation_date date
  , last_activity_at          timestamptz
  , last_activity_editor      text
  , last_authenticated_at     timestamptz
  , read_at                   timestamptz not null
  , constraint seat_listing_pk primary key (org_id, reading, person_id)
);

comment on table seat_listing is 'Pages of a seat listing while it is read; takes effect in seat as a whole when the last page is here.';
comment on column seat_listing.org_id is 'The organization.';
comment on column seat_listing.reading is 'Which reading of the listing.';
comment on column seat_listing.person_id is 'Who holds the seat.';
comment on column seat_listing.round is '1, or 2 where the listing moved and was read once more.';
comment on column seat_listing.login is 'As in seat.';
comment on column seat_listing.plan_type is 'As in seat.';
comment on column seat_listing.assigning_team_id is 'As in seat.';
comment on column seat_listing.assigning_team_slug is 'As in seat.';
comment on column seat_listing.created_at is 'As in seat.';
comment on column seat_listing.pending_cancellation_date is 'As in seat.';
comment on column seat_listing.last_activity_at is 'As GitHub gave it now; seat keeps the latest.';
comment on column seat_listing.last_activity_editor is 'As GitHub gave it now.';
comment on column seat_listing.last_authenticated_at is 'As GitHub gave it now; seat keeps the latest.';
comment on column seat_listing.read_at is 'When the reading began; rows of a reading that broke off are dropped an hour later.';
