# Distinctions and the rounds in which they are decided: nominations, votes, the commission.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f00118;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

enum DistinctionKind {
  stateAward @0;
  prize @1;
  badge @2;
  letter @3;
}

struct DistinctionDefine {
  distinction @0 :Data $T.id("Subject");
  code @1 :Text $T.code;                    # volunteer-of-the-year …; once in the ledger
  kind @2 :DistinctionKind;
  names @3 :T.Names;
  document @4 :Data $T.hash;                # the criteria
}

struct DistinctionRetire {
  distinction @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

# A year's nominations for a distinction.
struct RoundOpen {
  round @0 :Data $T.id("Subject");
  distinction @1 :Data $T.id("Subject") $T.inState(["defined"]);
  office @2 :Data $T.id("Subject");
  from @3 :Int32 $T.day;                    # nominations are taken on these days
  to @4 :Int32 $T.day;
  occurredAt @5 :T.Instant;
}

struct RoundClose {
  round @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct NominationAdmit {
  award @0 :Data $T.id("Subject");
  round @1 :Data $T.id("Subject") $T.inState(["open"]);
  dossier @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

# Counted elsewhere; the hash is that of the published tally.
struct VoteTally {
  award @0 :Data $T.id("Subject");
  round @1 :Data $T.id("Subject") $T.inState(["open"]);
  votes @2 :Int64 $T.count;
  document @3 :Data $T.hash;
  occurredAt @4 :T.Instant;
}

struct CommissionScore {
  award @0 :Data $T.id("Subject");
  round @1 :Data $T.id("Subject") $T.inState(["open"]);
  points @2 :Int64 $T.count;
  document @3 :Data $T.hash;                # the minutes
  occurredAt @4 :T.Instant;
}

struct AwardDecline {
  award @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}
