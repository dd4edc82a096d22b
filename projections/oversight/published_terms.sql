-- Published policies that reports reckon by: working days and deadlines, wages, populations. Versions of one id
-- replace one another by their validity, and none is ever taken back.
create table if not exists term_policies__1 (
  document bigint primary key,    -- index of the entry that holds it
  since bigint not null,          -- of its endorsement
  policy bytea not null,
  version text not null,
  status text not null,           -- announced draft inForce repealed unverified
  source text not null,
  valid_from text not null,
  valid_to text,                  -- null: open
  kind text not null,             -- deadlines wages populations
  content text not null           -- the command as JSON
);
drop view if exists term_policies;
create view term_policies as select * from term_policies__1;
