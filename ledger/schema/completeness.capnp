# Completeness: how far each stream has come and what it sums to, bound together in trees (README.md, "Heads").
@0xd3b1c5a9e1f0011e;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

# A tree over the streams of one sort.
struct StreamsRoot {
  streams @0 :UInt64;                       # its leaves
  entries @1 :UInt64;                       # of all of them together
  root @2 :Data $T.hash;
}

# The tree over the streams of persons once more, each with its minutes.
struct MinutesRoot {
  minutes @0 :UInt64;                       # attested and not voided, of all persons
  root @1 :Data $T.hash;
}

# The tree over the grants of one currency; amounts in its minor units, sub-awards among them.
struct GrantsRoot {
  currency @0 :Text;
  streams @1 :UInt64;
  entries @2 :UInt64;
  awarded @3 :UInt64;
  disbursed @4 :UInt64;                     # net of reversals
  spent @5 :UInt64;
  returned @6 :UInt64;
  root @7 :Data $T.hash;
}

# The state before its own entry.
struct StreamHeads {
  atSize @0 :UInt64;                        # the entry's own index
  persons @1 :StreamsRoot;
  service @2 :MinutesRoot;
  grants @3 :List(GrantsRoot);              # by currency, ascending
  organisations @4 :StreamsRoot;
  regions @5 :StreamsRoot;
}
