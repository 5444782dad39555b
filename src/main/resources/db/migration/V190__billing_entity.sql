-- Whose bill it is, by the last answer that told it.

create table billing_entity (
    org_id   bigint      not null
  , biller   text        not null
  , known_at timestamptz not null
  , constraint billing_entity_pk primary key (org_id)
  , constraint billing_entity_biller_check check (biller in ('organization', 'enterprise'))
);

comment on table billing_entity is 'Who is billed for Copilot, by GitHub''s last answer that told it; no row where none did.';
comment on column billing_entity.org_id is 'The organization.';
comment on column billing_entity.biller is 'organization: it has a billing report of its own; enterprise: it has none although the app may read it.';
comment on column billing_entity.known_at is 'When GitHub told it.';

insert into billing_entity (org_id, biller, known_at)
select org_id, 'organization', max(read_at) from billing_month group by org_id;

insert into billing_entity as known (org_id, biller, known_at)
select org_id, 'enterprise', attempted_at
from source_read
where source = 'billing' and outcome = 'no_data' and detail like '%(404)%'
on conflict (org_id) do update set biller = excluded.biller, known_at = excluded.known_at;
