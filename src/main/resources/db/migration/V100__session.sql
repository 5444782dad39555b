-- Who is signed in to the pages. A session belongs to a person, not to an organization; which organizations it opens is
-- session_organization.

create table session (
    session_hash bytea       not null
  , user_id      bigint      not null
  , login        text        not null
  , started_at   timestamptz not null
  , seen_at      timestamptz not null
  , expires_at   timestamptz not null
  , user_agent   text        not null
  , constraint session_pk primary key (session_hash)
  , constraint session_hash_check check (length(session_hash) = 32)
  , constraint session_expires_check check (expires_at > started_at)
);
create index session_user_idx on session (user_id);
create index session_expires_idx on session (expires_at);

comment on table session is 'Who is signed in to the pages. Rows end by signing out, by time, or when GitHub says that the person took the authorization back.';
comment on column session.session_hash is 'SHA-256 of the session id; the id itself is only in the person''s cookie.';
comment on column session.user_id is 'GitHub''s id of the person.';
comment on column session.login is 'The person''s name on GitHub when they signed in.';
comment on column session.started_at is 'When the person signed in.';
comment on column session.seen_at is 'Last request of the session, to within five minutes.';
comment on column session.expires_at is 'When the session ends at the latest: eight hours after it started.';
comment on column session.user_agent is 'What the browser called itself at sign-in, at most 200 characters: people recognize their sessions by it.';

create table session_organization (
    org_id       bigint not null
  , session_hash bytea  not null
  , person_id    bigint not null
  , constraint session_organization_pk primary key (org_id, session_hash)
  , constraint session_organization_session_fk foreign key (session_hash) references session (session_hash) on delete cascade
);
create index session_organization_session_idx on session_organization (session_hash);
create index session_organization_person_idx on session_organization (org_id, person_id);

comment on table session_organization is 'The organizations in which GitHub confirmed at sign-in that the person is an active member, SAML included.';
comment on column session_organization.org_id is 'The organization.';
comment on column session_organization.session_hash is 'The session.';
comment on column session_organization.person_id is 'GitHub''s id of the person.';
