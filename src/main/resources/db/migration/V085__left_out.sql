-- What of a report was left out, because GitHub promises nothing about single rows.

alter table report_import
    add column left_out_rows    bigint not null default 0
  , add column left_out_values  bigint not null default 0
  , add column left_out_problem text;

comment on column report_import.left_out_rows is 'Rows that could not be read, or that name nobody: they are left out, the others are stored.';
comment on column report_import.left_out_values is 'Values of optional fields that cannot be: they are left empty.';
comment on column report_import.left_out_problem is 'The first thing that was wrong with what was left out; null where nothing was.';
