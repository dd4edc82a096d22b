-- Where the read models stand: written in the transaction that writes their rows.
create table if not exists bookmark (
  id bigint primary key,      -- 1: there is one
  size bigint not null,       -- entries folded: 0 … size - 1
  goal bigint not null,       -- size of the published checkpoint on the way to which they are; equal when there
  root bytea not null,        -- root of the log at `size`
  last_leaf bytea not null,   -- leaf hash of entry size - 1, through which the chain names all before it
  frontier bytea not null     -- hashes of the complete subtrees at `size`, from the largest
);
create table if not exists projections (
  name text primary key,
  version bigint not null
);
