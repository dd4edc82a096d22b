-- What hours are held against: which registrations are of one person, and within how many days hours are attested.
create table if not exists merged_profiles__1 (
  absorbed bytea primary key,
  person bytea not null,          -- that absorbed it
  survivor bytea not null,        -- whose profile stands for it now, through however many merges
  since bigint not null
);
drop view if exists merged_profiles;
create view merged_profiles as select * from merged_profiles__1;

-- Published limits of hours: of those that apply on a day the last endorsed decides.
create table if not exists hours_policies__1 (
  document bigint primary key,    -- index of the entry that holds it
  since bigint not null,          -- of its endorsement
  policy bytea not null,
  status text not null,           -- announced draft inForce repealed unverified
  valid_from text not null,
  valid_to text,                  -- null: open
  attest_within_days bigint not null  -- 0: no limit
);
drop view if exists hours_policies;
create view hours_policies as select * from hours_policies__1;
