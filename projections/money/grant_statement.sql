-- Grants: what was promised, paid, spent, sent back. Amounts are minor units of the grant's currency.
create table if not exists grants__2 (
  grant_id bytea primary key,
  number text not null,
  title text not null,
  funder bytea not null,
  grantee bytea not null,
  programme bytea not null,
  region text not null,
  direction text not null,
  currency text not null,
  awarded bigint not null,
  grant_class text not null,
  source text not null,
  awarded_day text not null,
  agreement_number text not null,
  eligible_from text,
  eligible_to text,
  state text not null,             -- awarded agreed closed voided suspended terminated recovery
  disbursed bigint not null,       -- before reversals
  reversed bigint not null,        -- of disbursements
  interest bigint not null,
  vendor_refunds bigint not null,
  spent bigint not null,           -- recorded, less what was disallowed or reversed
  disallowed bigint not null,
  returned bigint not null,        -- sent back to the funder
  on_hand bigint not null,         -- disbursed - reversed + interest + vendor_refunds - spent - returned
  demanded bigint not null,        -- back since it was closed last, and not waived
  waived bigint not null,
  parent bytea,                    -- of a sub-award: the grant that funds it
  parent_line text not null,       -- and its budget line
  batch bytea,
  since bigint not null,
  changed bigint not null
);
create unique index if not exists grants__2_by_number on grants__2 (number, grant_id);
create index if not exists grants__2_by_parent on grants__2 (parent, since);
drop view if exists grants;
create view grants as select * from grants__2;

create table if not exists grant_lines__2 (
  grant_id bytea not null,
  line text not null,
  ordinal bigint not null,
  cost_type text not null,
  budget bigint not null,
  spent bigint not null,
  primary key (grant_id, line)
);
drop view if exists grant_lines;
create view grant_lines as select * from grant_lines__2;

create table if not exists grant_tranches__2 (
  grant_id bytea not null,
  number bigint not null,
  amount bigint not null,
  due text not null,
  approved_index bigint not null,  -- 0: not approved
  disbursed bigint not null,       -- less reversals
  primary key (grant_id, number)
);
drop view if exists grant_tranches;
create view grant_tranches as select * from grant_tranches__2;

create table if not exists grant_disbursements__2 (
  disbursement bytea primary key,
  grant_id bytea not null,
  tranche bigint not null,
  amount bigint not null,
  reversed bigint not null,
  reference text not null,
  day text not null,
  confirmed_index bigint not null, -- 0: the grantee has not confirmed it
  voided bigint not null,
  batch bytea,
  since bigint not null
);
create index if not exists grant_disbursements__2_by_grant on grant_disbursements__2 (grant_id, day, since);
drop view if exists grant_disbursements;
create view grant_disbursements as select * from grant_disbursements__2;

create table if not exists grant_expenditures__2 (
  expenditure bytea primary key,
  grant_id bytea not null,
  line text not null,
  amount bigint not null,
  disallowed bigint not null,
  reversed bigint not null,
  state text not null,             -- recorded verified queried disallowed voided
  reason text not null,
  document_hash bytea not null,
  document_kind text not null,
  document_number text not null,
  document_day text not null,
  vendor text not null,
  method text not null,
  day text not null,               -- paid
  batch bytea,
  since bigint not null,
  changed bigint not null
);
create index if not exists grant_expenditures__2_by_grant on grant_expenditures__2 (grant_id, day, since);
drop view if exists grant_expenditures;
create view grant_expenditures as select * from grant_expenditures__2;

create table if not exists grant_movements__2 (
  movement_index bigint primary key,
  grant_id bytea not null,
  kind text not null,              -- disbursementReversed expenditureReversed expenditureDisallowed vendorRefund …
  subject bytea,                   -- the movement's own id, where it has one
  original bytea,                  -- the disbursement or expenditure it takes back
  amount bigint not null,
  day text not null,
  confirmed_index bigint not null, -- of a refund, by the funder's payer; 0: not yet
  voided bigint not null,
  batch bytea
);
create index if not exists grant_movements__2_by_grant on grant_movements__2 (grant_id, day, movement_index);
drop view if exists grant_movements;
create view grant_movements as select * from grant_movements__2;

-- Every fact that moved money of a grant, on the day it occurred; what is void moved none. It stands on the tables: a
-- view under another one could not be made again.
drop view if exists grant_facts;
create view grant_facts as
  select grant_id, day, 'disbursed' as kind, amount from grant_disbursements__2 where voided = 0
  union all
  select grant_id, day, 'expenditure' as kind, amount from grant_expenditures__2 where state <> 'voided'
  union all
  select grant_id, day, kind, amount from grant_movements__2 where voided = 0;

create table if not exists grant_demands__2 (
  demand bytea primary key,
  grant_id bytea not null,
  amount bigint not null,
  due text not null,
  day text not null,
  waived_index bigint not null,    -- 0: not waived
  since bigint not null
);
create index if not exists grant_demands__2_by_grant on grant_demands__2 (grant_id, day, since);
drop view if exists grant_demands;
create view grant_demands as select * from grant_demands__2;
