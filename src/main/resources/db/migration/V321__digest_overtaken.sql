-- A digest that waits is not sent any more once a newer week is due.
alter table digest drop constraint digest_state_check;
alter table digest add constraint digest_state_check
    check (state in ('sending', 'sent', 'waiting', 'refused', 'unknown', 'overtaken'));

comment on column digest.state is 'sending: claimed, and no answer is known yet; sent: the chat took it; waiting: it certainly did not arrive and is sent again; refused: a person must change something; unknown: it was sent and no answer came, so it is not sent again; overtaken: it waited until a newer week was due, and is not sent any more.';
