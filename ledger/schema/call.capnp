# From the call to the decision: calls, applications, commissions, scores; contracts of the state social order.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f00114;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
using G = import "grant.capnp";
$Cxx.namespace("ledger::schema");

enum DeclineReason {
  technical @0;
  lowScore @1;
  noMoney @2;
  ineligible @3;
  conflict @4;
  other @5;
}

struct Criterion {
  code @0 :Text $T.code;
  points @1 :UInt16;                        # at most
}

struct CallPublish {
  call @0 :Data $T.id("Subject");
  number @1 :Text $T.code;
  programme @2 :Data $T.id("Subject") $T.inState(["defined"]);
  funder @3 :Data $T.id("Subject");
  grantClass @4 :G.GrantClass;
  budget @5 :T.Money;
  names @6 :T.Names;
  criteria @7 :List(Criterion);
  from @8 :Int32 $T.day;                    # applications are taken on these days
  to @9 :Int32 $T.day;
  document @10 :Data $T.hash;
  occurredAt @11 :T.Instant;
}

struct CallAmend {
  call @0 :Data $T.id("Subject");
  until @1 :Int32 $T.day;                   # the new last day
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

struct CallClose {
  call @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct Expert {
  person @0 :Data $T.id("Person");
}

# The candidates stand in the order of their ids; the second person's entry is the seed of the draw.
struct ExpertsName {
  panel @0 :Data $T.id("Subject");
  call @1 :Data $T.id("Subject");
  candidates @2 :List(Expert);
  drawn @3 :UInt16;                         # how many of them are to serve
  occurredAt @4 :T.Instant;
}

# Those drawn are the first of the candidates in the order of SHA-256("asar/draw/v1" ‖ seed ‖ person).
struct ExpertsDraw {
  panel @0 :Data $T.id("Subject");
  seed @1 :Data $T.hash;                    # leaf hash of the entry that brought the naming into effect
  experts @2 :List(Expert);                 # in the order of the draw
  occurredAt @3 :T.Instant;
}

struct ApplicationSubmit {
  application @0 :Data $T.id("Subject");
  call @1 :Data $T.id("Subject") $T.inState(["published"]);
  organisation @2 :Data $T.id("Subject");   # that applies
  amount @3 :T.Money;
  coFunding @4 :T.Money $T.optional;
  lines @5 :List(G.BudgetLine);
  document @6 :Data $T.hash;
  occurredAt @7 :T.Instant;
}

struct ApplicationWithdraw {
  application @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct ApplicationAdmit {
  application @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct ApplicationDecline {
  application @0 :Data $T.id("Subject");
  reason @1 :DeclineReason;
  occurredAt @2 :T.Instant;
}

struct ApplicationShortlist {
  application @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

# The signer, an expert of the call, stands aside from one application.
struct ConflictDeclare {
  conflict @0 :Data $T.id("Subject");
  application @1 :Data $T.id("Subject");
  occurredAt @2 :T.Instant;
}

# By the signer, an expert of the call, once for each criterion.
struct ScoreGive {
  score @0 :Data $T.id("Subject");
  application @1 :Data $T.id("Subject") $T.inState(["admitted", "shortlisted"]);
  criterion @2 :Text $T.code;
  points @3 :UInt16;
  occurredAt @4 :T.Instant;
}

struct DecisionAppeal {
  application @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

struct DecisionUphold {
  application @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

struct DecisionOverturn {
  application @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

# A contract of the state social order: a service bought, not a grant.
struct ContractSign {
  contract @0 :Data $T.id("Subject");
  number @1 :Text $T.code;
  programme @2 :Data $T.id("Subject");
  funder @3 :Data $T.id("Subject");
  grantee @4 :Data $T.id("Subject");        # the supplier
  amount @5 :T.Money;
  names @6 :T.Names;
  from @7 :Int32 $T.day;
  to @8 :Int32 $T.day;
  document @9 :Data $T.hash;
  occurredAt @10 :T.Instant;
}

struct DeliverableAccept {
  deliverable @0 :Data $T.id("Subject");
  contract @1 :Data $T.id("Subject") $T.inState(["signed"]);
  amount @2 :T.Money;                       # due for it
  document @3 :Data $T.hash;                # the act of acceptance
  occurredAt @4 :T.Instant;
}

struct ContractEnd {
  contract @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}
