-- Hours: one row per entry, and the sums of each volunteer.
create table if not exists hours_entries__2 (
  hours bytea primary key,
  volunteer bytea not null,
  activity bytea not null,
  organisation bytea not null,
  region text not null,
  direction text not null,
  day text not null,              -- civil day on which the service began
  starts_at bigint not null,      -- UTC milliseconds
  ends_at bigint not null,        -- 0 where only the minutes are known
  claimed_minutes bigint not null,
  minutes bigint not null,        -- that stand: attested, corrected, resolved, or imported; also while disputed
  state text not null,            -- claimed attested partiallyAttested rejected disputed corrected voided imported
  state_before text not null,     -- what a dispute is about
  reason text not null,           -- of the last change
  role text not null,
  time_basis text not null,
  presence text not null,
  assurance text not null,        -- how the claim was signed
  confirmed bigint not null,      -- 1: the volunteer confirmed what a clerk claimed
  flags text not null,            -- names, separated by spaces
  attestor bytea,
  method text not null,           -- of the attestation; meaningless without an attestor
  batch bytea,
  employment bytea,               -- the employer programme whose paid time it was
  since bigint not null,          -- index of the claim
  attested_index bigint not null, -- 0: not attested
  changed bigint not null         -- index of the last entry about it
);
create index if not exists hours_entries__2_by_volunteer on hours_entries__2 (volunteer, day);
drop view if exists hours_entries;
create view hours_entries as select * from hours_entries__2;

create table if not exists volunteers__2 (
  volunteer bytea primary key,
  entries bigint not null,        -- not voided
  claimed_minutes bigint not null,
  waiting_minutes bigint not null,
  attested_minutes bigint not null,
  disputed_minutes bigint not null, -- part of the attested
  imported_minutes bigint not null,
  changed bigint not null
);
drop view if exists volunteers;
create view volunteers as select * from volunteers__2;
