-- Figures about people that were made public: of which days, from what, by which bounds; and the hash of each table.
create table if not exists releases__1 (
  release bytea primary key,
  span text not null,                 -- month quarter year
  from_day text not null,
  to_day text not null,
  at_size bigint not null,            -- of the log that the tables were made from
  root bytea not null,
  least bigint not null,
  least_with_minors bigint not null,
  stated bigint not null,             -- index of the proposal
  since bigint not null               -- of its endorsement
);
drop view if exists releases;
create view releases as select * from releases__1;

create table if not exists released_tables__1 (
  release bytea not null,
  name text not null,
  digest bytea not null,
  primary key (release, name)
);
drop view if exists released_tables;
create view released_tables as select * from released_tables__1;
