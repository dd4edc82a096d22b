# A grant after its agreement: amendments, virement, appropriations, suspension, recovery, mended expenditures.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f0011b;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
using G = import "grant.capnp";
$Cxx.namespace("ledger::schema");

enum StopReason {
  reportOverdue @0;
  misuse @1;
  conflictOfInterest @2;
  noMoney @3;
  granteeWish @4;
  other @5;
}

# Replaces lines and tranches; the period may only grow. Proposed by the funder, endorsed by the grantee's officer.
struct AgreementAmend {
  grant @0 :Data $T.id("Subject");
  number @1 :Text $T.code;
  lines @2 :List(G.BudgetLine);             # all of them, as they stand from now on
  tranches @3 :List(G.Tranche);             # all of them
  eligibleTo @4 :Int32 $T.day;
  document @5 :Data $T.hash;
  occurredAt @6 :T.Instant;
}

# Moves budget from one line to another; above the virement limit the funder is the second person.
struct BudgetVire {
  grant @0 :Data $T.id("Subject");
  fromLine @1 :Text $T.code;
  toLine @2 :Text $T.code;
  amount @3 :T.Money;
  document @4 :Data $T.hash;
  occurredAt @5 :T.Instant;
}

# What the budget of a year gives to a long-term grant.
struct AppropriationRecord {
  appropriation @0 :Data $T.id("Subject");
  grant @1 :Data $T.id("Subject") $T.inState(["active", "suspended"]);
  year @2 :UInt16;
  amount @3 :T.Money;
  document @4 :Data $T.hash;
  occurredAt @5 :T.Instant;
}

struct GrantSuspend {
  grant @0 :Data $T.id("Subject");
  reason @1 :StopReason;
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

struct GrantResume {
  grant @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

struct GrantTerminate {
  grant @0 :Data $T.id("Subject");
  reason @1 :StopReason;
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

# Opens a closed grant again for money to come back; a finding of its audit asks for it.
struct RecoveryOpen {
  grant @0 :Data $T.id("Subject");
  finding @1 :Data $T.id("Subject") $T.of("finding") $T.inState(["raised", "responded", "corrected", "reopened"]);
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

struct RefundDemand {
  demand @0 :Data $T.id("Subject");
  grant @1 :Data $T.id("Subject");
  amount @2 :T.Money;
  due @3 :Int32 $T.day;
  document @4 :Data $T.hash;
  occurredAt @5 :T.Instant;
}

struct RefundWaive {
  demand @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;                # the decision
  occurredAt @2 :T.Instant;
}

# An expenditure that nobody verified yet was recorded wrongly: its line and amount from now on.
struct ExpenditureCorrect {
  grant @0 :Data $T.id("Subject");
  expenditure @1 :Data $T.id("Subject");
  line @2 :Text $T.code;
  amount @3 :T.Money;
  reason @4 :G.ExpenditureReason;
  occurredAt @5 :T.Instant;
}

struct ExpenditureVoid {
  grant @0 :Data $T.id("Subject");
  expenditure @1 :Data $T.id("Subject");
  reason @2 :G.ExpenditureReason;
  occurredAt @3 :T.Instant;
}
