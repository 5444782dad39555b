-- Who asked what, and what was done; also what the limit of commands is counted by.

create table command_log (
    org_id      bigint      not null
  , comment_key text        not null
  , asked_at    timestamptz not null
  , person_id   bigint      not null
  , login       text        not null
  , role        text        not null default 'unknown'
  , command     text        not null
  , arguments   text        not null
  , place       text        not null
  , outcome     text        not null default 'running'
  , reply_url   text
  , error_id    text
  , finished_at timestamptz
  , constraint command_log_pk primary key (org_id, comment_key)
  , constraint command_log_role_check check (role in ('unknown', 'admin', 'member', 'outsider'))
  , constraint command_log_outcome_check check (outcome in
      ('running', 'answered', 'refused', 'not_found', 'not_understood', 'unheard', 'failed', 'limited'))
);
create index command_log_person_idx on command_log (org_id, person_id, asked_at);
create index command_log_asked_idx on command_log (org_id, asked_at);

comment on table command_log is 'Slash commands: who asked what, and what was done. Erased with the policy''s retention.';
comment on column command_log.org_id is 'The organization.';
comment on column command_log.comment_key is 'GitHub''s id of the comment; with discussioncomment- before it where it stands in a discussion.';
comment on column command_log.asked_at is 'When the comment came in.';
comment on column command_log.person_id is 'GitHub''s id of the person who asked.';
comment on column command_log.login is 'Their name on GitHub at that time.';
comment on column command_log.role is 'What they were: admin, member or outsider; unknown until it was looked up.';
comment on column command_log.command is 'Name of the command; unknown for what is none.';
comment on column command_log.arguments is 'What they wrote after it, on one line, 500 characters at most.';
comment on column command_log.place is 'Where: issue or discussion, with its number.';
comment on column command_log.outcome is 'running, answered, refused, not_found, not_understood, unheard (no member), failed, or limited (too many in ten minutes).';
comment on column command_log.reply_url is 'Where the reply stands; null where there is none.';
comment on column command_log.error_id is 'The id that a failed command''s reply names and the log has.';
comment on column command_log.finished_at is 'When it was answered; null while it runs.';
