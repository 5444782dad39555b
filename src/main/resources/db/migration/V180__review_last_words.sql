-- A closed review has a last word for each line, with its step in the audit trail.

insert into seat_trail (org_id, at, action, review, person_id, login, detail)
select item.org_id, review.closed_at, 'left_out', item.number, item.person_id, item.login, 'not removed'
from seat_review_item item
join seat_review review on review.org_id = item.org_id and review.number = item.number
where item.state = 'candidate' and review.closed_at is not null
order by item.org_id, item.number, item.position;

update seat_review_item item
set state = 'left_out', detail = 'not_removed', changed_at = review.closed_at
from seat_review review
where review.org_id = item.org_id and review.number = item.number
  and item.state = 'candidate' and review.closed_at is not null;
