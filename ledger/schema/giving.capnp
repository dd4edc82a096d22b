# Donors, pledges and donations, in money and in kind.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f00115;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

enum DonorKind {
  organisation @0;
  person @1;
  anonymous @2;
}

enum ValuationMethod {
  invoice @0;
  marketPrice @1;
  donorStatement @2;
}

struct DonationPledge {
  donation @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");   # that is to receive it
  donor @2 :Data $T.id("Subject") $T.of("organisation") $T.optional;  # absent: a person, or anonymous
  donorKind @3 :DonorKind;
  amount @4 :T.Money;
  programme @5 :Data $T.id("Subject") $T.optional;  # what it is restricted to
  due @6 :Int32 $T.day;
  occurredAt @7 :T.Instant;
}

# A pledge is kept, with this amount.
struct DonationReceive {
  donation @0 :Data $T.id("Subject");
  paymentReference @1 :Text $T.code;
  documentHash @2 :Data $T.hash;
  amount @3 :T.Money;
  occurredAt @4 :T.Instant;
}

# Received without a pledge.
struct DonationRecord {
  donation @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");
  donor @2 :Data $T.id("Subject") $T.of("organisation") $T.optional;  # absent: a person, or anonymous
  donorKind @3 :DonorKind;
  amount @4 :T.Money;
  programme @5 :Data $T.id("Subject") $T.optional;  # what it is restricted to
  paymentReference @6 :Text $T.code;
  documentHash @7 :Data $T.hash;
  occurredAt @8 :T.Instant;
}

struct GiftReceive {
  gift @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");
  donor @2 :Data $T.id("Subject") $T.of("organisation") $T.optional;
  donorKind @3 :DonorKind;
  unit @4 :Text $T.code;                    # coats, tonnes of hay …
  quantity @5 :UInt32;
  value @6 :T.Money;
  method @7 :ValuationMethod;
  documentHash @8 :Data $T.hash;
  occurredAt @9 :T.Instant;
}

struct DonationAllocate {
  allocation @0 :Data $T.id("Subject");
  project @1 :Data $T.id("Subject") $T.inState(["running", "suspended", "completed", "cancelled"]);
  donation @2 :Data $T.id("Subject") $T.inState(["received"]);
  amount @3 :T.Money;
  occurredAt @4 :T.Instant;
}

struct DonationReturn {
  donation @0 :Data $T.id("Subject");
  paymentReference @1 :Text $T.code;
  occurredAt @2 :T.Instant;
}

struct DonationReceiptIssue {
  donation @0 :Data $T.id("Subject");
  number @1 :Text $T.code;
  documentHash @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}
