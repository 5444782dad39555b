-- A seat that GitHub refused to take back is not proposed again while nothing newer is known of it.

alter table seat_review_item
    add column refused_at timestamptz;

update seat_review_item
set refused_at = changed_at
where state = 'failed' and detail like 'GitHub refused: %';

comment on column seat_review_item.refused_at is 'When GitHub refused to take this seat back; null if it did not.';
