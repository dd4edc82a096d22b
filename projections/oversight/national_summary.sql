-- Sums of hours and money by region and direction. A cell without direction holds what names none.
create table if not exists national_hours__3 (
  region text not null,
  direction text not null,
  activities bigint not null,
  entries bigint not null,
  claimed_minutes bigint not null,
  waiting_minutes bigint not null,
  attested_minutes bigint not null,
  disputed_minutes bigint not null,
  imported_minutes bigint not null,
  attended_people bigint not null,   -- of attendance summaries: completed; never attested
  attended_minutes bigint not null,
  primary key (region, direction)
);
drop view if exists national_hours;
create view national_hours as select * from national_hours__3;

-- Who has minutes where: people are counted from here, each once.
create table if not exists national_volunteers__3 (
  volunteer bytea not null,
  region text not null,
  direction text not null,
  entries bigint not null,
  claimed_minutes bigint not null,
  waiting_minutes bigint not null,
  attested_minutes bigint not null,
  disputed_minutes bigint not null,
  imported_minutes bigint not null,
  minor bigint not null,             -- 1: an entry there was claimed before the age of 18, whatever became of it
  primary key (volunteer, region, direction)
);
drop view if exists national_volunteers;
create view national_volunteers as select * from national_volunteers__3;

create table if not exists national_money__3 (
  region text not null,
  direction text not null,
  currency text not null,
  grants bigint not null,            -- awarded and not voided; sub-awards left out
  awarded bigint not null,
  disbursed bigint not null,         -- less reversals
  spent bigint not null,
  returned bigint not null,
  on_hand bigint not null,
  primary key (region, direction, currency)
);
drop view if exists national_money;
create view national_money as select * from national_money__3;

create table if not exists attendance__3 (
  attendance_index bigint primary key,
  shift bytea not null,
  activity bytea not null,
  region text not null,
  direction text not null,
  state text not null,               -- signedUp arrived completed noShow
  people bigint not null,
  minutes bigint not null,
  voided bigint not null,
  batch bytea
);
drop view if exists attendance;
create view attendance as select * from attendance__3;

create table if not exists distinctions__3 (
  award bytea primary key,
  nominee bytea not null,
  organisation bytea not null,
  distinction text not null,
  state text not null,               -- nominated conferred revoked
  act text not null,
  day text not null,                 -- of the last change
  since bigint not null,
  changed bigint not null
);
drop view if exists distinctions;
create view distinctions as select * from distinctions__3;

-- Published policies on small figures: those of one id replace one another by their validity.
create table if not exists suppression_policies__3 (
  document bigint primary key,       -- index of the entry that holds it
  since bigint not null,             -- of its endorsement
  policy bytea not null,
  version text not null,
  status text not null,              -- announced draft inForce repealed unverified
  source text not null,
  valid_from text not null,
  valid_to text,                     -- null: open
  least bigint not null,             -- people behind a figure that is told
  least_with_minors bigint not null  -- where a minor is among them
);
drop view if exists suppression_policies;
create view suppression_policies as select * from suppression_policies__3;
