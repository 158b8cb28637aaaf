-- A decision that was announced wrongly: what chair and coordinator said stays, as the decision does.
create trigger keep_rows before update or delete on grants.corrections for each row execute function rnd.refuse();
create trigger touch after insert or update or delete on grants.corrections for each row execute function journal.touch();
