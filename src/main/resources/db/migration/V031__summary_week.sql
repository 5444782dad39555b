-- Weekly summaries as they were made: what was posted, for the API and for counting again.

create table summary_week (
    org_id        bigint      not null
  , week          date        not null
  , title         text        not null
  , markdown      text        not null
  , figures       jsonb       not null
  , made_at       timestamptz not null
  , posted_at     timestamptz
  , post_url      text
  , policy_commit text
  , constraint summary_week_pk primary key (org_id, week)
  , constraint summary_week_monday_check check (extract(isodow from week) = 1)
);

comment on table summary_week is 'The weekly summary of each organization and ISO week, as it was last made. No person is named in it.';
comment on column summary_week.org_id is 'The organization.';
comment on column summary_week.week is 'Monday of the ISO week.';
comment on column summary_week.title is 'Title of the post.';
comment on column summary_week.markdown is 'Body of the post.';
comment on column summary_week.figures is 'The figures behind the words, as JSON.';
comment on column summary_week.made_at is 'When the figures were last counted.';
comment on column summary_week.posted_at is 'When the summary was first posted; null while it was only made.';
comment on column summary_week.post_url is 'Where the post stands; null while there is none.';
comment on column summary_week.policy_commit is 'Commit of the policy file under which it was made; null where the defaults held.';
