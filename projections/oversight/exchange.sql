-- What came from other systems, and what they were told beside the ledger: import batches, links to their ids,
-- reconciliations. The systems themselves are subjects of the register.
create table if not exists import_batches__2 (
  batch bytea primary key,
  importer bytea not null,
  source_hash bytea not null,
  mapping_hash bytea not null,
  system bytea,                  -- null: it was not said
  parts bigint not null,
  first_row bigint not null,     -- of the source, from 0
  last_row bigint not null,
  first_at bigint not null,      -- recorded: the first part
  last_at bigint not null,       -- the last part so far
  voided_day text,
  voided_index bigint not null,  -- 0: not voided
  since bigint not null,
  changed bigint not null
);
drop view if exists import_batches;
create view import_batches as select * from import_batches__2;

create table if not exists external_links__2 (
  link bytea primary key,
  system bytea not null,
  external_id text not null,
  subject bytea not null,        -- of this ledger
  day text not null,
  since bigint not null
);
create index if not exists external_links__2_by_id on external_links__2 (system, external_id);
create index if not exists external_links__2_by_subject on external_links__2 (subject);
drop view if exists external_links;
create view external_links as select * from external_links__2;

create table if not exists reconciliations__2 (
  reconciliation bytea primary key,
  system bytea not null,
  from_day text not null,
  to_day text not null,
  document bytea not null,       -- SHA-256 of what the other side reported
  day text not null,
  recorded_at bigint not null,
  since bigint not null
);
drop view if exists reconciliations;
create view reconciliations as select * from reconciliations__2;

create table if not exists reconciled_figures__2 (
  reconciliation bytea not null,
  place bigint not null,         -- from 0, as they were reported
  category text not null,
  reported bigint not null,
  derived bigint not null,       -- as it was recorded then
  primary key (reconciliation, place)
);
drop view if exists reconciled_figures;
create view reconciled_figures as select * from reconciled_figures__2;
