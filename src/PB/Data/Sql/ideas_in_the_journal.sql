-- What staff say and do about ideas is in the journal, like all that they change.
create trigger touch after insert or update or delete on idea_rules for each row execute function journal.touch();
create trigger touch after insert or update or delete on passed_on for each row execute function journal.touch();
-- That an answer is owed follows from endorsements; the answer is an act of staff.
create trigger touch after update on owed_answers for each row execute function journal.touch();
