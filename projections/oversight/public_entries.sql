-- The journal of public entries: what each is found by. What it says stands in `facts`; what took it back later, in
-- `corrections`.
create table if not exists public_entries__1 (
  entry_index bigint primary key, -- where it took effect
  words text not null             -- its search tokens, each once, in order, parted by spaces
);
drop view if exists public_entries;
create view public_entries as select * from public_entries__1;
