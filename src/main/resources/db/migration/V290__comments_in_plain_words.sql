-- The comments that data.md shows, in words that need no second reading.
comment on column organization.permissions is 'What GitHub says the installation was granted: key to read, write or admin.';
comment on table usage_week is 'An ISO week for the organization and for each team, with distinct people: these cannot be had by adding days. Counted again whenever a day of the week changes.';
comment on table publication is 'One row for each text we post on GitHub: its address and its last content. Written before GitHub is asked, so that a crash is seen.';
comment on column publication.repository_id is 'GitHub''s id of the repository that it was posted to.';
comment on column publication.issue_number is 'Number of the issue, or of the issue that it is a comment on.';
comment on column summary_week.post_url is 'Address of the post; null while there is none.';
comment on table policy_file is 'The policy file of each organization: the current one of the default branch, and the last valid one, which is in force.';
comment on column policy_file.current_content is 'The current file; null when absent.';
comment on column command_log.comment_key is 'GitHub''s id of the comment; with discussioncomment- before it for a comment on a discussion.';
comment on column command_log.reply_url is 'Address of the reply; null where there is none.';
comment on table seat_write is 'Requests that change seats at GitHub. The people they name are in the rows that carry their write_id.';
comment on column digest.week is 'Monday of the week that it summarizes.';
comment on column github_budget.notifies is 'Whether GitHub warns somebody before the budget is used up.';
comment on table billing_entity is 'Who is billed for Copilot, by GitHub''s last answer that named it; no row where none did.';
comment on column billing_entity.known_at is 'When GitHub said so.';
