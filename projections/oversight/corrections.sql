-- What was taken back, mended or voided, with the figure before and after it. One row for each entry that did so.
create table if not exists corrections__2 (
  correction_index bigint primary key, -- where it took effect
  stated_index bigint not null,        -- its own entry: a proposal stands before
  event text not null,
  visibility text not null,            -- public scoped private: the class of its kind; of an import that of its submission
  subject bytea not null,              -- the grant, award, credit, batch or hours entry
  original bytea,                      -- the expenditure or disbursement of a grant
  original_index bigint not null,      -- where that was recorded; 0: not one entry
  organisation bytea,                  -- whose figure it is
  day text not null,                   -- on which it occurred
  recorded_at bigint not null,
  reason text not null,
  unit text not null,                  -- minutes, credits, a currency; empty: no figure
  before bigint,
  after bigint,
  batch bytea                          -- of the import it came with
);
create index if not exists corrections_original__2 on corrections__2 (original_index);
drop view if exists corrections;
create view corrections as select * from corrections__2;
