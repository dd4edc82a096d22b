-- Credit: what it is reckoned from, and what was granted. A row is true from the entry `since` on, and up to `until`,
-- where another one took its place (0: it still is): at the size N where since < N and (until = 0 or until >= N).
create table if not exists person_ages__1 (
  person bytea not null,
  since bigint not null,
  until bigint not null,
  age_band text not null,
  primary key (person, since)
);
drop view if exists person_ages;
create view person_ages as select * from person_ages__1;

-- Hours entries as the rules of credit see them.
create table if not exists credit_facts__1 (
  hours bytea not null,
  since bigint not null,
  until bigint not null,
  volunteer bytea not null,
  entry bigint not null,          -- index of the claim
  day text not null,              -- civil day on which the service began
  minutes bigint not null,        -- that stand
  state text not null,            -- as in hours_entries
  time_basis text not null,
  activity_kind text not null,
  age_band text not null,         -- at the claim
  role text not null,
  unconfirmed bigint not null,    -- 1: claimed by a clerk, and not confirmed by the volunteer
  primary key (hours, since)
);
create index if not exists credit_facts__1_by_volunteer on credit_facts__1 (volunteer, day);
drop view if exists credit_facts;
create view credit_facts as select * from credit_facts__1;

-- Published credit rules: those of one id replace one another by their validity, and none is ever taken back.
create table if not exists credit_policies__1 (
  document bigint primary key,    -- index of the entry that holds it
  since bigint not null,          -- of its endorsement
  policy bytea not null,
  version text not null,
  status text not null,           -- announced draft inForce repealed unverified
  source text not null,
  valid_from text not null,
  valid_to text,                  -- null: open
  rules text not null             -- the command as JSON
);
drop view if exists credit_policies;
create view credit_policies as select * from credit_policies__1;

create table if not exists credits__1 (
  credit bytea primary key,
  since bigint not null,
  until bigint not null,          -- index of its reversal
  person bytea not null,
  organisation bytea not null,
  policy bytea not null,
  document bigint not null,       -- of the rules applied
  double_use text not null,       -- their name for minutes that count once
  day text not null,              -- for which credit was asked
  age_band text not null,
  credits bigint not null,
  voucher bigint not null,        -- minor units; 0: none
  currency text not null          -- of the voucher
);
create index if not exists credits__1_by_person on credits__1 (person, day);
drop view if exists credits;
create view credits as select * from credits__1;

create table if not exists credit_uses__1 (
  credit bytea not null,
  hours bytea not null,
  minutes bigint not null,
  primary key (credit, hours)
);
drop view if exists credit_uses;
create view credit_uses as select * from credit_uses__1;
