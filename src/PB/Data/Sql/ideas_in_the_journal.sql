-- What staff say and do about ideas is in the journal, like all that they change.
create trigger touch after insert or update or delete on idea_rules for each row execute function journal.touch();
create trigger touch after insert or update or delete on passed_on for each row execute function journal.touch();
-- That an answer is owed follows from endorsements; the answer is an act of staff.
create trigger touch after update on owed_answers for each row execute function journal.touch();
-- An appeal against it is its author's act; the decision is one of staff again.
create trigger touch after insert on moderation_acts for each row execute function journal.touch();
create trigger touch_decision after update on moderation_acts for each row when (new.decided_at is distinct from old.decided_at) execute function journal.touch();
