-- What we posted on GitHub and where, so that a text stands in one place once.

create table publication (
    org_id        bigint      not null
  , kind          text        not null
  , key           text        not null
  , target        text        not null
  , repository_id bigint      not null
  , repository    text        not null
  , issue_number  int
  , comment_id    bigint
  , node_id       text
  , url           text
  , content_hash  text
  , seen_hash     text
  , adopted       boolean     not null default false
  , github_state  text        not null default 'intended'
  , published_at  timestamptz
  , edited_at     timestamptz
  , closed_at     timestamptz
  , checked_at    timestamptz
  , claim         uuid
  , claimed_until timestamptz
  , constraint publication_pk primary key (org_id, kind, key)
  , constraint publication_target_check check (target in ('issue', 'issue_comment', 'discussion', 'discussion_comment'))
  , constraint publication_github_state_check check (github_state in ('intended', 'there', 'deleted', 'edited_by_hand'))
  , constraint publication_posted_check check (github_state = 'intended'
        or (url is not null and content_hash is not null and seen_hash is not null and published_at is not null))
  , constraint publication_place_check check (github_state = 'intended'
        or case target when 'issue'         then issue_number is not null
                       when 'issue_comment' then issue_number is not null and comment_id is not null
                       else node_id is not null end)
);
create index publication_published_idx on publication (org_id, kind, published_at desc);
create index publication_checked_idx on publication (org_id, checked_at nulls first);

comment on table publication is 'One row for each text we post on GitHub: where it stands and what it said last. Written before GitHub is asked, so that a crash is seen.';
comment on column publication.org_id is 'The organization.';
comment on column publication.kind is 'What sort of post it is: the first word of its marker.';
comment on column publication.key is 'Which one of its sort: the second word of its marker.';
comment on column publication.target is 'What it is on GitHub: issue, issue_comment, discussion or discussion_comment.';
comment on column publication.repository_id is 'GitHub''s id of the repository it stands in.';
comment on column publication.repository is 'owner/name of that repository, as last seen.';
comment on column publication.issue_number is 'Number of the issue, or of the issue the comment stands on.';
comment on column publication.comment_id is 'GitHub''s id of the issue comment.';
comment on column publication.node_id is 'GraphQL id of the discussion or the comment in it.';
comment on column publication.url is 'Its page, or its place on a page.';
comment on column publication.content_hash is 'SHA-256 of title and body as we last sent them; the same again is not sent.';
comment on column publication.seen_hash is 'SHA-256 of the body as GitHub gave it back then; another one later means that somebody edited it.';
comment on column publication.adopted is 'True where a person had made the discussion before us: it is used and never edited.';
comment on column publication.github_state is 'intended (GitHub not asked yet, or its answer unknown); there; deleted by somebody; edited_by_hand by somebody.';
comment on column publication.published_at is 'When it was first posted.';
comment on column publication.edited_at is 'When we last edited it; null if never.';
comment on column publication.closed_at is 'When the issue was closed, by us or seen so; null while open.';
comment on column publication.checked_at is 'When it was last compared with GitHub; null if never.';
comment on column publication.claim is 'The attempt that is publishing it now.';
comment on column publication.claimed_until is 'After this moment that attempt counts as dead.';
