# What other systems hold: their registration, links to their ids, reconciliations, bank statements.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f00119;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

struct ExternalSystemRegister {
  system @0 :Data $T.id("Subject");
  code @1 :Text $T.code;                    # qazvolunteer …; once in the ledger
  names @2 :T.Names;
  office @3 :Data $T.id("Subject");         # that answers for the exchange
}

# Nothing more is linked with it or imported from it.
struct ExternalSystemRetire {
  system @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

# An id of that system names a subject of ours; never a person.
struct ExternalIdLink {
  link @0 :Data $T.id("Subject");
  system @1 :Data $T.id("Subject") $T.inState(["registered"]);
  subject @2 :Data $T.id("Subject");
  externalId @3 :Text $T.code;              # once in that system
  occurredAt @4 :T.Instant;
}

# One line of a reconciliation: what the other side says, and what this ledger gives.
struct ReconciledFigure {
  category @0 :Text $T.code;
  reported @1 :Int64 $T.count;
  derived @2 :Int64 $T.count;
}

struct ReconciliationRecord {
  reconciliation @0 :Data $T.id("Subject");
  system @1 :Data $T.id("Subject");
  from @2 :Int32 $T.day;
  to @3 :Int32 $T.day;
  document @4 :Data $T.hash;                # what the other side reported
  figures @5 :List(ReconciledFigure);
  occurredAt @6 :T.Instant;
}

# A bank statement was matched with the payments of an organisation's grants.
struct StatementMatch {
  statement @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");
  from @2 :Int32 $T.day;
  to @3 :Int32 $T.day;
  document @4 :Data $T.hash;                # the statement
  rows @5 :UInt32;
  matched @6 :UInt32;
  unmatched @7 :UInt32;                     # of the ledger's payments, without a row
  occurredAt @8 :T.Instant;
}
