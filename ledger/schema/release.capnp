# Releases: figures about people that were made public, frozen, with the hash of each table (README.md, "Releases").
@0xd3b1c5a9e1f00121;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

enum ReleaseSpan {
  month @0;           # the country, regions and kinds of activities
  quarter @1;         # organisations
  year @2;            # the one revision of what was released of a year
}

# A file of the release.
struct ReleasedTable {
  name @0 :Text $T.code;
  digest @1 :Data $T.hash;
}

struct RevisedRelease {
  release @0 :Data $T.id("Subject");
}

struct ReleasePublish {
  release @0 :Data $T.id("Subject");
  span @1 :ReleaseSpan;
  from @2 :Int32 $T.day;
  to @3 :Int32 $T.day;
  revises @4 :List(RevisedRelease);         # of a year all its releases, in the order of their entries
  atSize @5 :UInt64;                        # of the log that the tables were made from
  root @6 :Data $T.hash;                    # that it had at this size
  least @7 :UInt16;                         # the bounds by which figures are hidden
  leastWithMinors @8 :UInt16;
  tables @9 :List(ReleasedTable);           # in order of names
  occurredAt @10 :T.Instant;
}
