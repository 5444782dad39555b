-- The week's digest in a chat: noted before it is sent, so that it is sent at most once.

create table digest (
    org_id     bigint      not null
  , week       date        not null
  , state      text        not null
  , attempts   int         not null
  , chat       text        not null
  , address    text        not null
  , claimed_at timestamptz not null
  , not_before timestamptz
  , detail     text
  , constraint digest_pk primary key (org_id, week)
  , constraint digest_state_check check (state in ('sending', 'sent', 'waiting', 'refused', 'unknown'))
  , constraint digest_chat_check check (chat in ('slack', 'teams'))
  , constraint digest_attempts_check check (attempts > 0)
  , constraint digest_waiting_check check ((state = 'waiting') = (not_before is not null))
);

comment on table digest is 'What became of each week''s card in a chat.';
comment on column digest.org_id is 'The organization.';
comment on column digest.week is 'Monday of the week it tells of.';
comment on column digest.state is 'sending: claimed, and no answer is known yet; sent: the chat took it; waiting: it certainly did not arrive and is sent again; refused: a person must change something; unknown: it was sent and no answer came, so it is not sent again.';
comment on column digest.attempts is 'How often it was sent, or should have been.';
comment on column digest.chat is 'slack or teams.';
comment on column digest.address is 'SHA-256 of the webhook''s address, by which a new address is known.';
comment on column digest.claimed_at is 'When the last attempt began.';
comment on column digest.not_before is 'When it is sent again; null unless it waits.';
comment on column digest.detail is 'What became of it, in words, without the address.';
