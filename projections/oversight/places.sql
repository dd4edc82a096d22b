-- Who and where: the subjects that hours and money are attributed by.
create table if not exists ledger_identity__2 (
  id bigint primary key,      -- 1: there is one
  origin text not null,
  zone text not null,
  currency text not null,
  demo bigint not null        -- 1: a demonstration
);
drop view if exists ledger_identity;
create view ledger_identity as select * from ledger_identity__2;

create table if not exists offices__2 (
  office bytea primary key,
  kind text not null,
  region text not null,       -- empty for the national office
  kk text not null,
  ru text not null,
  en text not null,
  since bigint not null
);
drop view if exists offices;
create view offices as select * from offices__2;

create table if not exists organisations__2 (
  organisation bytea primary key,
  kind text not null,
  region text not null,
  registration_number text not null,
  kk text not null,
  ru text not null,
  en text not null,
  batch bytea,
  since bigint not null
);
drop view if exists organisations;
create view organisations as select * from organisations__2;

create table if not exists programmes__2 (
  programme bytea primary key,
  direction text not null,
  kk text not null,
  ru text not null,
  en text not null,
  since bigint not null
);
drop view if exists programmes;
create view programmes as select * from programmes__2;

create table if not exists projects__2 (
  project bytea primary key,
  programme bytea not null,
  organisation bytea not null,
  region text not null,
  direction text not null,
  from_day text not null,
  to_day text not null,
  kk text not null,
  ru text not null,
  en text not null,
  batch bytea,
  since bigint not null
);
drop view if exists projects;
create view projects as select * from projects__2;

create table if not exists activities__2 (
  activity bytea primary key,
  project bytea not null,
  organisation bytea not null,
  region text not null,
  direction text not null,
  kind text not null,
  place text not null,
  starts_day text not null,
  ends_day text not null,
  batch bytea,
  since bigint not null
);
drop view if exists activities;
create view activities as select * from activities__2;

create table if not exists shifts__2 (
  shift bytea primary key,
  activity bytea not null,
  role text not null,
  starts_day text not null,
  since bigint not null
);
drop view if exists shifts;
create view shifts as select * from shifts__2;
