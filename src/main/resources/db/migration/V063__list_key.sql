-- Lists in which nobody is named come in an order that names nobody either, the same on every page and every server.

alter table organization add column list_key uuid not null default gen_random_uuid();

comment on column organization.list_key is 'A secret that, hashed with people''s ids, orders lists that name nobody; it is never shown.';
