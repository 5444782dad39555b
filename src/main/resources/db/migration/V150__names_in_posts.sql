-- Which posts name people, so that they can be found when their repository is not private any more.

alter table publication add column names_people boolean not null default false;
comment on column publication.names_people is 'True where its text as last sent names people beside whoever asked; posts of before V150 by what they are.';

update publication set names_people = true
where kind = 'seat-review'
   or kind = 'reply'
  and not exists (select from command_log
                   where command_log.org_id = publication.org_id and command_log.comment_key = publication.key
                     and (command_log.outcome <> 'answered'
                          or command_log.command in ('help', 'summary', 'team', 'teams', 'refresh', 'status')));

create index publication_names_people_idx on publication (org_id, repository_id, kind, key) where names_people;
