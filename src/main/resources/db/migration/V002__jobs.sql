-- db-scheduler's one table, and what it gave up on.

create table scheduled_tasks (
    task_name            text        not null
  , task_instance        text        not null
  , task_data            bytea
  , execution_time       timestamptz
  , picked               boolean     not null
  , picked_by            text
  , last_success         timestamptz
  , last_failure         timestamptz
  , consecutive_failures int
  , last_heartbeat       timestamptz
  , version              bigint      not null
  , priority             smallint
  , state                text
  , run_again_at         timestamptz
  , constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_due_idx on scheduled_tasks (priority desc, execution_time asc);
create index scheduled_tasks_heartbeat_idx on scheduled_tasks (last_heartbeat);

comment on table scheduled_tasks is 'Jobs waiting or running: db-scheduler''s table. One row for each job and key, so that a key runs once at a time anywhere.';
comment on column scheduled_tasks.task_name is 'Name of the job.';
comment on column scheduled_tasks.task_instance is 'Key of the job: the thing it works on.';
comment on column scheduled_tasks.task_data is 'What the job needs to know, as JSON.';
comment on column scheduled_tasks.execution_time is 'Not before this moment.';
comment on column scheduled_tasks.picked is 'True while a process runs it.';
comment on column scheduled_tasks.picked_by is 'The process that runs it.';
comment on column scheduled_tasks.last_success is 'When it last ended well.';
comment on column scheduled_tasks.last_failure is 'When it last failed.';
comment on column scheduled_tasks.consecutive_failures is 'Failed attempts since the last success; waiting for a rate limit is not one.';
comment on column scheduled_tasks.last_heartbeat is 'Last sign of life of the process that runs it.';
comment on column scheduled_tasks.version is 'Fencing number: changes with every step.';
comment on column scheduled_tasks.priority is 'Higher runs first: what a person waits for before what the night can do.';
comment on column scheduled_tasks.state is 'Reserved by db-scheduler.';
comment on column scheduled_tasks.run_again_at is 'Asked for once more while it was running, because it may have read too early: when.';

create table dead_job (
    dead_job_id bigint generated always as identity
  , job         text        not null
  , key         text        not null
  , data        bytea       not null
  , priority    smallint    not null
  , attempts    int         not null
  , failed_at   timestamptz not null
  , problem     text        not null
  , constraint dead_job_pk primary key (dead_job_id)
);
create index dead_job_failed_idx on dead_job (failed_at);

comment on table dead_job is 'Jobs that were given up, kept until an operator replays or forgets them.';
comment on column dead_job.dead_job_id is 'Number of the dead job.';
comment on column dead_job.job is 'Name of the job.';
comment on column dead_job.key is 'Key of the job.';
comment on column dead_job.data is 'What the job needs to know, as JSON: enough to run it again.';
comment on column dead_job.priority is 'The priority it had.';
comment on column dead_job.attempts is 'How often it was tried.';
comment on column dead_job.failed_at is 'When it was given up.';
comment on column dead_job.problem is 'Class and message of the last failure, without payloads or secrets.';
