-- What stops a review was told incompletely.
comment on column seat_review.halted is 'Why nothing more is sent: GitHub said that it took another number of seats than it was asked for, or lists a seat as before that it said it had taken, or an admin cancelled the review while an answer was awaited; null usually.';
