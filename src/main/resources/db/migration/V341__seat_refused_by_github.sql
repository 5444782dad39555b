-- Whether GitHub refused to take a seat back is a fact of its own, and was told by the words of the reason.

alter table seat_review_item add column refused boolean not null default false;

update seat_review_item set refused = true where state = 'failed' and detail like 'GitHub refused%';

comment on column seat_review_item.refused is 'True for a failed one that GitHub refused to take back.';
