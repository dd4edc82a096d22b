# People after their registration: consents, skills, insurance, standing, appeals, delegations.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f00111;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
using I = import "identity.capnp";
$Cxx.namespace("ledger::schema");

enum ConsentPurpose {
  processing @0;      # keeping and using the data at all
  publication @1;     # name on an award, picture
  transfer @2;        # to a school, an employer, abroad
  emergency @3;       # to be called up
}

enum SuspensionReason {
  conduct @0;
  safety @1;
  falseHours @2;
  missingDocuments @3;
  ownWish @4;
}

enum AppealOutcome {
  upheld @0;          # the decision stands
  overturned @1;
}

enum CorrectionReason {
  mistake @0;         # it never was so
  changed @1;         # it was so until then
}

struct ConsentGive {
  consent @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person");
  purpose @2 :ConsentPurpose;
  textVersion @3 :Text $T.code;             # of what was agreed to
  document @4 :Data $T.hash $T.optional;
  occurredAt @5 :T.Instant;
}

struct ConsentWithdraw {
  consent @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

# A parent or guardian agrees that a minor serves within these days.
struct GuardianConsentRecord {
  guardianship @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person");
  guardian @2 :Data $T.id("Person") $T.of("person");
  from @3 :Int32 $T.day;
  to @4 :Int32 $T.day;                      # last day, included
  document @5 :Data $T.hash;
}

struct GuardianConsentWithdraw {
  guardianship @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct SkillDeclare {
  skill @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person");
  code @2 :Text $T.code;                    # law, medicine, sign-language …
  occurredAt @3 :T.Instant;
}

# A diploma, licence or certificate was seen.
struct SkillVerify {
  skill @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  to @2 :Int32 $T.day $T.optional;          # valid until
  occurredAt @3 :T.Instant;
}

struct AvailabilitySet {
  person @0 :Data $T.id("Person");
  weekdays @1 :UInt16;                      # bit 0 is Monday
  from @2 :Int32 $T.day;
  to @3 :Int32 $T.day $T.optional;
}

struct InsuranceAttach {
  cover @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person");
  insurer @2 :Data $T.id("Subject") $T.of("organisation");
  document @3 :Data $T.hash;                # of the insurance policy
  from @4 :Int32 $T.day;
  to @5 :Int32 $T.day;                      # last day, included
}

struct InsuranceEnd {
  cover @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct PersonSuspend {
  person @0 :Data $T.id("Person");
  reason @1 :SuspensionReason;
  appealUntil @2 :Int32 $T.day;
  occurredAt @3 :T.Instant;
}

struct PersonReinstate {
  person @0 :Data $T.id("Person");
  occurredAt @1 :T.Instant;
}

struct PersonExclude {
  person @0 :Data $T.id("Person");
  reason @1 :SuspensionReason;
  appealUntil @2 :Int32 $T.day;
  document @3 :Data $T.hash;
  occurredAt @4 :T.Instant;
}

struct AppealFile {
  appeal @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person") $T.inState(["suspended", "excluded"]);
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

struct AppealDecide {
  appeal @0 :Data $T.id("Subject");
  outcome @1 :AppealOutcome;
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

# Two registrations turned out to be of one person.
struct ProfilesMerge {
  person @0 :Data $T.id("Person");          # who stays
  absorbed @1 :Data $T.id("Person") $T.of("person") $T.inState(["active"]) $T.becomes("merged");
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

# Grown older, or a day of birth seen.
struct AgeBandSet {
  person @0 :Data $T.id("Person");
  ageBand @1 :I.AgeBand;
  ageBasis @2 :I.AgeBasis;
  occurredAt @3 :T.Instant;
  commitments @4 :List(T.Commitment);       # with the basis vault to iin or birthDate, as in PersonRegister
}

# Values take the place of the person's earlier ones with the same tags, which are destroyed.
struct PersonCorrect {
  person @0 :Data $T.id("Person");
  reason @1 :CorrectionReason;
  document @2 :Data $T.hash $T.optional;    # what was seen
  occurredAt @3 :T.Instant;
  commitments @4 :List(T.Commitment);       # as in PersonRegister; age comes with AgeBandSet
}

# Another person may act in a role of this one on these days.
struct DelegationSet {
  delegation @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person");
  delegate @2 :Data $T.id("Person") $T.of("person") $T.inState(["active"]);
  role @3 :I.Role;
  within @4 :Data $T.id("Subject") $T.optional;  # an organisation or office; absent: wherever the person holds the role
  from @5 :Int32 $T.day;
  to @6 :Int32 $T.day;                      # last day, included
  occurredAt @7 :T.Instant;
}

struct DelegationEnd {
  delegation @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}
