# Distinctions, policies and imports.
@0xd3b1c5a9e1f00104;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
using I = import "identity.capnp";
using P = import "policy.capnp";
$Cxx.namespace("ledger::schema");

enum RevocationReason {
  error @0;
  fraud @1;
  conduct @2;
}

# Each is the name of the field of PolicyPublish that holds its document.
enum PolicyKind {
  hoursLimits @0;
  creditRules @1;
  ageRules @2;
  costRules @3;
  virementLimits @4;
  mciValues @5;
  grantClasses @6;
  deadlines @7;
  suppression @8;
  auditThresholds @9;
  populations @10;
  wages @11;
}

enum LegalStatus {
  announced @0;
  draft @1;
  inForce @2;
  repealed @3;
  unverified @4;
}

struct AwardNominate {
  award @0 :Data $T.id("Subject");
  nominee @1 :Data $T.id("Person") $T.inState(["active"]);
  organisation @2 :Data $T.id("Subject");   # that nominates
  distinction @3 :Text $T.code;             # volunteer-of-the-year …
  occurredAt @4 :T.Instant;
}

struct AwardConfer {
  award @0 :Data $T.id("Subject") $T.inState(["nominated", "admitted", "voted", "scored"]);
  act @1 :Text $T.code;                     # number of the deciding act
  occurredAt @2 :T.Instant;
}

struct AwardRevoke {
  award @0 :Data $T.id("Subject");
  act @1 :Text $T.code;
  reason @2 :RevocationReason;
  occurredAt @3 :T.Instant;
}

struct HoursLimit {
  ageBand @0 :I.AgeBand;
  dayMinutes @1 :Int64 $T.minutes;          # more on one civil day is flagged
}

struct HoursLimits {
  limits @0 :List(HoursLimit);              # one for each age band it speaks of
  claimWithinDays @1 :UInt16;               # later claims are flagged; 0 = no limit
  attestWithinDays @2 :UInt16;              # later attestations are flagged; 0 = no limit
  reciprocalMost @3 :UInt16 $T.optional;    # entries two persons may attest of each other unflagged; 0 = no quota
}

struct PolicyPublish {
  policy @0 :Data $T.id("Subject");
  kind @1 :PolicyKind;
  version @2 :Text $T.code;
  status @3 :LegalStatus;
  source @4 :Text;                          # title of the act or decision it rests on
  validFrom @5 :Int32 $T.day;
  validTo @6 :Int32 $T.day $T.optional;     # last day, included
  hoursLimits @7 :HoursLimits $T.optional;  # the document: that of the kind is there, and no other
  creditRules @8 :P.CreditRules $T.optional;
  ageRules @9 :P.AgeRules $T.optional;
  costRules @10 :P.CostRules $T.optional;
  virementLimits @11 :P.VirementLimits $T.optional;
  mciValues @12 :P.MciValues $T.optional;
  grantClasses @13 :P.GrantClasses $T.optional;
  deadlines @14 :P.Deadlines $T.optional;
  suppression @15 :P.Suppression $T.optional;
  auditThresholds @16 :P.AuditThresholds $T.optional;
  populations @17 :P.Populations $T.optional;
  wages @18 :P.Wages $T.optional;
  legalBasis @19 :Data $T.id("Subject") $T.of("basis") $T.optional;  # the act of law it rests on
}

# First command of each imported submission: the commands after it belong to the batch.
struct ImportRecord {
  batch @0 :Data $T.id("Subject");
  part @1 :UInt32;                          # 0, 1, 2 …
  sourceHash @2 :Data $T.hash;              # of the imported file
  mappingHash @3 :Data $T.hash;             # of the mapping it was read with
  firstRow @4 :UInt32;                      # of the source, counted from 0
  rows @5 :UInt32;
  system @6 :Data $T.id("Subject") $T.of("system") $T.inState(["registered"]) $T.optional;  # it came from
}

struct ImportVoid {
  batch @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}
