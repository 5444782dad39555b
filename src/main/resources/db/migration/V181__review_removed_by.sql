-- An undo gives back what a review took, and not what people ended for reasons of their own.

alter table seat_review_item
    add column removed_by text
  , add constraint seat_review_item_removed_by_check check (removed_by in ('review', 'people'));

update seat_review_item item
set removed_by = case
    when exists (select from seat_trail trail
                 where trail.org_id = item.org_id and trail.review = item.number and trail.person_id = item.person_id
                   and trail.action = 'removed' and trail.detail like 'by hand%')
     and not exists (select from seat_trail trail
                     where trail.org_id = item.org_id and trail.review = item.number and trail.action = 'by_hand')
    then 'people' else 'review' end
where item.ends_on is not null;

alter table seat_review_item
    add constraint seat_review_item_removed_check check (state not in ('removed', 'undoing') or removed_by is not null);

comment on column seat_review_item.removed_by is 'review: Flightlog, or people whom the review asked to; people: for reasons of their own; null while the seat was never removed.';
