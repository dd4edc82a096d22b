-- Everything the ledger keeps a register of: each subject, the states it went through, what it belongs to; and every
-- fact, with the figures whose names mean the same in every kind of it.
create table if not exists subjects__1 (
  subject bytea primary key,
  register text not null,        -- campaign, idea, grant …: the kind of its stream
  kind text not null,            -- what sort of it: network, seminar, studentUnion …; may be empty
  code text not null,
  number text not null,
  region text not null,          -- empty: none stated
  kk text not null,
  ru text not null,
  en text not null,
  from_day text,
  to_day text,
  opened_day text not null,
  batch bytea,                   -- of the import it came with
  opened_index bigint not null
);
create index if not exists subjects_register__1 on subjects__1 (register, opened_index);
drop view if exists subjects;
create view subjects as select * from subjects__1;

-- One row for each stay in a state: in a log of N entries the row with since < N and (until = 0 or until >= N) stands.
create table if not exists subject_states__1 (
  subject bytea not null,
  since bigint not null,
  until bigint not null,         -- 0: it stands
  state text not null,
  since_day text not null,
  due_day text,
  last_day text,                 -- where the last day was moved
  currency text not null,        -- empty: no amount
  unit text not null,            -- of the quantity
  amount bigint,
  minutes bigint,
  people bigint,
  quantity bigint,
  votes bigint,
  points bigint,
  credits bigint,
  primary key (subject, since)
);
drop view if exists subject_states;
create view subject_states as select * from subject_states__1;

create table if not exists subject_links__1 (
  subject bytea not null,
  role text not null,            -- office, organisation, funder …
  other bytea not null,
  mentioned bigint not null,     -- 1: it is named, but is not what the subject belongs to
  since bigint not null,
  primary key (subject, role, other)
);
create index if not exists subject_links_other__1 on subject_links__1 (other);
drop view if exists subject_links;
create view subject_links as select * from subject_links__1;

create table if not exists facts__1 (
  fact_index bigint primary key, -- where it took effect
  stated_index bigint not null,  -- its own entry: a proposal stands before
  event text not null,
  subject bytea,                 -- that it is about; null: the ledger
  register text not null,
  occurred_at bigint not null,
  recorded_at bigint not null,
  day text not null,             -- of occurredAt; else that of which it speaks, or on which it was recorded
  batch bytea,
  code text not null,
  number text not null,
  country text not null,
  reason text not null,
  currency text not null,
  unit text not null,
  amount bigint,
  minutes bigint,
  people bigint,
  quantity bigint,
  votes bigint,
  points bigint,
  credits bigint,
  year bigint,
  value bigint
);
create index if not exists facts_subject__1 on facts__1 (subject, fact_index);
drop view if exists facts;
create view facts as select * from facts__1;

-- What else a fact says: codes and words under the names of their fields, and lists.
create table if not exists fact_words__1 (
  fact_index bigint not null,
  field text not null,
  place bigint not null,         -- in a list, from 0; -1: no list
  word text not null,
  value bigint,
  primary key (fact_index, field, place)
);
drop view if exists fact_words;
create view fact_words as select * from fact_words__1;
