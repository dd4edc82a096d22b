# Grant money, from the award to the last refund.
@0xd3b1c5a9e1f00103;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

enum GrantClass {
  small @0;
  short @1;
  medium @2;
  long @3;
  other @4;
}

enum FundSource {
  state @0;
  localBudget @1;
  private @2;
  international @3;
}

enum CostType {
  materials @0;
  transport @1;
  services @2;
  equipment @3;
  labour @4;
  rent @5;
  administration @6;
  regrant @7;
  other @8;
}

enum DocumentKind {
  invoice @0;
  receipt @1;
  contract @2;
  act @3;
  statement @4;    # a row of a payment statement
}

enum PaymentMethod {
  bank @0;
  card @1;
  cash @2;
}

enum ExpenditureReason {
  none @0;
  unreadable @1;
  outsideBudget @2;
  outsidePeriod @3;
  prohibitedCost @4;
  duplicate @5;
  wrongAmount @6;
  returnedGoods @7;
  other @8;
}

struct GrantAward {
  grant @0 :Data $T.id("Subject");
  number @1 :Text $T.code;                  # unique in the ledger: SG-2026-0147
  title @2 :Text;
  funder @3 :Data $T.id("Subject");
  grantee @4 :Data $T.id("Subject") $T.inState(["active"]);
  programme @5 :Data $T.id("Subject");
  region @6 :Text $T.code;
  amount @7 :T.Money;
  grantClass @8 :GrantClass;
  source @9 :FundSource;
  occurredAt @10 :T.Instant;
  application @11 :Data $T.id("Subject") $T.optional $T.inState(["admitted", "shortlisted"])
    $T.becomes("awarded");
  parent @12 :Data $T.id("Subject") $T.optional $T.of("grant") $T.inState(["active"]);  # this is a sub-award of it
  parentLine @13 :Text $T.code $T.optional;  # that funds it
}

struct BudgetLine {
  line @0 :Text $T.code;
  costType @1 :CostType;
  amount @2 :Int64;                         # minor units of the grant's currency
}

struct Tranche {
  number @0 :UInt16;                        # 1, 2, 3 …
  amount @1 :Int64;                         # minor units of the grant's currency
  due @2 :Int32 $T.day;
}

# Proposed by the funder, endorsed by an officer of the grantee.
struct AgreementSign {
  grant @0 :Data $T.id("Subject") $T.inState(["active"]);
  number @1 :Text $T.code;
  lines @2 :List(BudgetLine);
  tranches @3 :List(Tranche);
  eligibleFrom @4 :Int32 $T.day;
  eligibleTo @5 :Int32 $T.day;              # last day, included
  occurredAt @6 :T.Instant;
}

struct TrancheApprove {
  grant @0 :Data $T.id("Subject") $T.inState(["active"]);
  tranche @1 :UInt16;
  occurredAt @2 :T.Instant;
}

struct TrancheDisburse {
  grant @0 :Data $T.id("Subject") $T.inState(["active"]);
  disbursement @1 :Data $T.id("Subject");
  tranche @2 :UInt16;
  amount @3 :T.Money;
  paymentReference @4 :Text $T.code;
  occurredAt @5 :T.Instant;                 # the bank's day
}

struct DisbursementConfirm {
  grant @0 :Data $T.id("Subject");
  disbursement @1 :Data $T.id("Subject");
  occurredAt @2 :T.Instant;
}

struct DisbursementReverse {
  grant @0 :Data $T.id("Subject");
  disbursement @1 :Data $T.id("Subject");
  amount @2 :T.Money;
  paymentReference @3 :Text $T.code;
  occurredAt @4 :T.Instant;
}

struct ExpenditureRecord {
  grant @0 :Data $T.id("Subject") $T.inState(["active", "suspended"]);
  expenditure @1 :Data $T.id("Subject");
  line @2 :Text $T.code;
  amount @3 :T.Money;
  documentHash @4 :Data $T.hash;
  documentKind @5 :DocumentKind;
  documentNumber @6 :Text $T.code;
  documentDate @7 :Int32 $T.day;
  vendor @8 :Text $T.code;                  # org-id form, or "individual"; never KZ-IIN-…
  method @9 :PaymentMethod;
  occurredAt @10 :T.Instant;                # when it was paid
  disbursement @11 :Data $T.id("Subject") $T.optional;  # of a sub-award, on a line of cost type regrant
}

struct ExpenditureVerify {
  grant @0 :Data $T.id("Subject");
  expenditure @1 :Data $T.id("Subject");
  occurredAt @2 :T.Instant;
}

struct ExpenditureQuery {
  grant @0 :Data $T.id("Subject");
  expenditure @1 :Data $T.id("Subject");
  reason @2 :ExpenditureReason;
  occurredAt @3 :T.Instant;
}

# Moves the amount from spent back to what the grantee holds and owes.
struct ExpenditureDisallow {
  grant @0 :Data $T.id("Subject");
  expenditure @1 :Data $T.id("Subject");
  amount @2 :T.Money;
  reason @3 :ExpenditureReason;
  occurredAt @4 :T.Instant;
}

# With an original it lowers what was spent; without one it is a refund by a vendor.
struct ExpenditureReverse {
  grant @0 :Data $T.id("Subject");
  reversal @1 :Data $T.id("Subject");
  original @2 :Data $T.id("Subject") $T.optional;
  amount @3 :T.Money;
  documentHash @4 :Data $T.hash;
  reason @5 :ExpenditureReason;
  occurredAt @6 :T.Instant;
}

struct InterestRecord {
  grant @0 :Data $T.id("Subject");
  amount @1 :T.Money;
  documentHash @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

struct RefundSend {
  grant @0 :Data $T.id("Subject");
  refund @1 :Data $T.id("Subject");
  amount @2 :T.Money;
  paymentReference @3 :Text $T.code;
  occurredAt @4 :T.Instant;
}

struct RefundReceive {
  grant @0 :Data $T.id("Subject");
  refund @1 :Data $T.id("Subject");
  amount @2 :T.Money;
  occurredAt @3 :T.Instant;
}

struct GrantClose {
  grant @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}
