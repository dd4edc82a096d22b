# Volunteer service: programmes, projects, activities, shifts, attendance, hours.
@0xd3b1c5a9e1f00102;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

enum ActivityKind {
  shift @0;
  event @1;
  campaign @2;
  online @3;
  training @4;
}

enum AttendanceState {
  signedUp @0;
  arrived @1;
  completed @2;
  noShow @3;
}

enum TimeBasis {
  unpaid @0;
  paidWorkTime @1;
  stipended @2;
  courtOrdered @3;
}

enum Presence {
  onsite @0;
  online @1;
}

enum AttestationMethod {
  present @0;      # the attestor was there
  checkIn @1;
  roster @2;
  report @3;
}

enum HoursReason {
  none @0;
  leftEarly @1;
  arrivedLate @2;
  breakNotCounted @3;
  notPresent @4;
  wrongActivity @5;
  wrongPerson @6;
  duplicate @7;
  arithmetic @8;
  overtimeAgreed @9;
  other @10;
}

enum DisputeOutcome {
  upheld @0;       # the attested minutes stand
  corrected @1;
  voided @2;
}

struct ProgrammeDefine {
  programme @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");
  direction @2 :Text $T.code;               # taza-alem, umit …
  names @3 :T.Names;
  measure @4 :Data $T.id("Subject") $T.of("measure") $T.inState(["defined"]) $T.optional;  # of a road map, that it serves
}

struct ProgrammeRetire {
  programme @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

# What a front office approves before it starts; not every project has one.
struct ProjectPropose {
  project @0 :Data $T.id("Subject");
  programme @1 :Data $T.id("Subject") $T.inState(["defined"]);
  organisation @2 :Data $T.id("Subject") $T.inState(["active"]);
  region @3 :Text $T.code;                  # ISO 3166-2
  from @4 :Int32 $T.day;
  to @5 :Int32 $T.day;                      # last day, included
  names @6 :T.Names;
  document @7 :Data $T.hash;                # its plan
  occurredAt @8 :T.Instant;
}

struct ProjectApprove {
  project @0 :Data $T.id("Subject");
  document @1 :Data $T.hash $T.optional;    # the decision
  occurredAt @2 :T.Instant;
}

# Of a project that was proposed: once approved, as it was proposed.
struct ProjectStart {
  project @0 :Data $T.id("Subject") $T.becomes("running");
  programme @1 :Data $T.id("Subject") $T.inState(["defined"]);
  organisation @2 :Data $T.id("Subject") $T.inState(["active"]);
  region @3 :Text $T.code;                  # ISO 3166-2
  from @4 :Int32 $T.day;
  to @5 :Int32 $T.day;                      # last day, included
  names @6 :T.Names;
}

struct ActivitySchedule {
  activity @0 :Data $T.id("Subject");
  project @1 :Data $T.id("Subject") $T.inState(["running"]);
  kind @2 :ActivityKind;
  place @3 :Text $T.code $T.optional;       # KATO code, or a code of the source
  starts @4 :T.Instant;
  ends @5 :T.Instant;
}

struct ShiftOpen {
  shift @0 :Data $T.id("Subject");
  activity @1 :Data $T.id("Subject") $T.inState(["scheduled"]);
  role @2 :Text $T.code;
  starts @3 :T.Instant;
  ends @4 :T.Instant;
  minPeople @5 :UInt16;
  maxPeople @6 :UInt16;
}

# A count of people where the source knows no persons. Never creditable.
struct AttendanceSummarise {
  shift @0 :Data $T.id("Subject");
  state @1 :AttendanceState;
  people @2 :UInt32;
  minutes @3 :Int64 $T.minutes;             # of all these people together
}

# One volunteer's service in one activity.
struct HoursClaim {
  hours @0 :Data $T.id("Subject");
  volunteer @1 :Data $T.id("Person") $T.inState(["active"]);
  activity @2 :Data $T.id("Subject") $T.inState(["scheduled", "held"]);
  occurredAt @3 :T.Instant;                 # when the service began
  until @4 :T.Instant $T.optional;          # when it ended, where known
  minutes @5 :Int64 $T.minutes;             # served, breaks not counted
  role @6 :Text $T.code;
  timeBasis @7 :TimeBasis;
  presence @8 :Presence;
  evidence @9 :Data $T.hash $T.optional;
  split @10 :Bool;                          # another entry of that day, activity and role is meant
  employment @11 :Data $T.id("Subject") $T.of("employment") $T.optional;  # the employer programme whose paid time it is
}

# The volunteer confirms a claim that a clerk made for her.
struct HoursConfirm {
  hours @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

# Fewer minutes than claimed is a partial attestation and needs a reason.
struct HoursAttest {
  hours @0 :Data $T.id("Subject");
  minutes @1 :Int64 $T.minutes;
  method @2 :AttestationMethod;
  reason @3 :HoursReason;
  occurredAt @4 :T.Instant;
}

struct HoursReject {
  hours @0 :Data $T.id("Subject");
  reason @1 :HoursReason;
  occurredAt @2 :T.Instant;
}

struct HoursDispute {
  hours @0 :Data $T.id("Subject");
  reason @1 :HoursReason;
  occurredAt @2 :T.Instant;
}

struct HoursResolve {
  hours @0 :Data $T.id("Subject");
  outcome @1 :DisputeOutcome;
  minutes @2 :Int64 $T.minutes;             # the minutes that stand: 0 when voided
  occurredAt @3 :T.Instant;
}

struct HoursCorrect {
  hours @0 :Data $T.id("Subject");
  minutes @1 :Int64 $T.minutes;             # the minutes that stand from now on
  reason @2 :HoursReason;
  occurredAt @3 :T.Instant;
}

struct HoursVoid {
  hours @0 :Data $T.id("Subject");
  reason @1 :HoursReason;
  occurredAt @2 :T.Instant;
}
