# Organisations after their registration.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f00112;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

enum Relation {
  family @0;
  founder @1;
  shareholder @2;
  director @3;
  employee @4;
  contractor @5;
}

enum RiskLevel {
  low @0;
  medium @1;
  high @2;
}

enum MembershipKind {
  parent @0;          # a branch of
  network @1;         # a member of an umbrella or network
  institution @2;     # a union within a school, college or university
}

# Compared with a register of the state.
struct OrganisationVerify {
  organisation @0 :Data $T.id("Subject");
  registry @1 :Text $T.code;                # whose: stat.gov.kz, egov …
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

struct OrganisationDeactivate {
  organisation @0 :Data $T.id("Subject");
  document @1 :Data $T.hash $T.optional;
  occurredAt @2 :T.Instant;
}

struct OrganisationReactivate {
  organisation @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct MembershipBegin {
  membership @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");
  within @2 :Data $T.id("Subject") $T.of("organisation");
  kind @3 :MembershipKind;
  occurredAt @4 :T.Instant;
}

struct MembershipEnd {
  membership @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

# A person and an organisation that must not decide about each other.
struct RelatedPartyDeclare {
  relatedness @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person");
  organisation @2 :Data $T.id("Subject");
  relation @3 :Relation;
  from @4 :Int32 $T.day;
  to @5 :Int32 $T.day $T.optional;
}

struct RiskRate {
  organisation @0 :Data $T.id("Subject");
  level @1 :RiskLevel;
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

# An employer releases its people for hours within paid time.
struct EmployerProgrammeAgree {
  employment @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");   # the employer
  weekMinutes @2 :Int64 $T.minutes;         # for each person
  from @3 :Int32 $T.day;
  to @4 :Int32 $T.day $T.optional;
  document @5 :Data $T.hash;
}

# An organisation's days are reported and done: what is added to them later needs a second person.
struct PeriodClose {
  period @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");
  from @2 :Int32 $T.day;
  to @3 :Int32 $T.day;                      # last day, included
  document @4 :Data $T.hash;                # the report
  occurredAt @5 :T.Instant;
}
