-- Only who brought a commit decides how much its check may answer.

alter table policy_check add column pusher_id bigint;

comment on column policy_check.pusher_id is 'GitHub''s id of who pushed the commit or opened the pull request with it; null where no event said it.';
