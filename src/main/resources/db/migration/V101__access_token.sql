-- Access tokens: what a person made on /account to read the API with their own rights. Rows stay after their end as the audit
-- trail, until the policy's retention erases them.

create table access_token (
    org_id       bigint      not null
  , token_hash   bytea       not null
  , person_id    bigint      not null
  , login        text        not null
  , name         text        not null
  , created_at   timestamptz not null
  , expires_at   timestamptz not null
  , last_used_at timestamptz
  , revoked_at   timestamptz
  , revoked_for  text
  , constraint access_token_pk primary key (org_id, token_hash)
  , constraint access_token_hash_check check (length(token_hash) = 32)
  , constraint access_token_name_check check (length(name) between 1 and 60)
  , constraint access_token_expires_check check (expires_at > created_at)
  , constraint access_token_revoked_check check ((revoked_at is null) = (revoked_for is null))
  , constraint access_token_revoked_for_check check (revoked_for in ('asked', 'left', 'authorization'))
);
create index access_token_hash_idx on access_token (token_hash);
create index access_token_person_idx on access_token (person_id);

comment on table access_token is 'Access tokens for the API, each of one person for one organization, and when they were made, used and revoked.';
comment on column access_token.org_id is 'The organization that the token may read.';
comment on column access_token.token_hash is 'SHA-256 of the token; the token itself was shown once and is stored nowhere.';
comment on column access_token.person_id is 'GitHub''s id of the person who made it and with whose rights it reads.';
comment on column access_token.login is 'The person''s name on GitHub when they made it.';
comment on column access_token.name is 'What the person called it.';
comment on column access_token.created_at is 'When it was made.';
comment on column access_token.expires_at is 'When it ends at the latest: 90 days after it was made.';
comment on column access_token.last_used_at is 'Last request with it, to within a minute; null for never.';
comment on column access_token.revoked_at is 'When it was revoked; null while it was not.';
comment on column access_token.revoked_for is 'Why: asked (by the person), left (the organization), or authorization (taken back on GitHub).';
