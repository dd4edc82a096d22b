# What service earned a person: credits, vouchers, length of service.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f0011c;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
using I = import "identity.capnp";
$Cxx.namespace("ledger::schema");

enum ReversalReason {
  error @0;
  hoursChanged @1;    # hours it rests on were corrected or voided
  fraud @2;
  ownWish @3;
}

# An hours entry that the credit rests on, and its minutes that counted.
struct CreditUse {
  hours @0 :Data $T.id("Subject");
  minutes @1 :Int64 $T.minutes;
}

# Anybody can recompute it: the credit policy, the day, the age band and the entries give the figures.
struct CreditGrant {
  credit @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person") $T.inState(["active"]);
  organisation @2 :Data $T.id("Subject");   # that grants it: a school, an employer …
  creditPolicy @3 :Data $T.id("Subject");   # of kind creditRules
  day @4 :Int32 $T.day;                     # for which credit is asked
  ageBand @5 :I.AgeBand;                    # on that day
  credits @6 :UInt32;                       # beyond those granted in the same window before
  voucher @7 :T.Money $T.optional;          # likewise
  used @8 :List(CreditUse);                 # all that counted, by day, then position of the claim
  occurredAt @9 :T.Instant;
}

struct CreditReverse {
  credit @0 :Data $T.id("Subject");
  reason @1 :ReversalReason;
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}
