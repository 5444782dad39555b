-- That GitHub has no billing report does not say that an enterprise is billed.
delete from billing_entity where biller = 'enterprise';

comment on column billing_entity.biller is 'organization: it has a billing report of its own; enterprise: GitHub said that its enterprise is billed.';
