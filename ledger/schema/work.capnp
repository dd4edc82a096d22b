# The life of projects, activities and shifts; outputs in kind; trainings; assignments abroad.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f00113;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

enum EndReason {
  completed @0;
  noPeople @1;
  weather @2;
  noMoney @3;
  safety @4;
  broken @5;          # rules of the programme
  other @6;
}

# The goals of sustainable development, by number.
enum Goal {
  noPoverty @0;
  zeroHunger @1;
  health @2;
  education @3;
  genderEquality @4;
  water @5;
  energy @6;
  work @7;
  industry @8;
  equality @9;
  cities @10;
  consumption @11;
  climate @12;
  lifeBelowWater @13;
  lifeOnLand @14;
  peace @15;
  partnerships @16;
}

enum Beneficiary {
  disabled @0;
  elderly @1;
  veterans @2;
  orphans @3;
  children @4;
  youth @5;
  ruralYouth @6;
  sick @7;
  poorFamilies @8;
  homeless @9;
  refugees @10;
  animals @11;
  nature @12;
  heritage @13;
  everybody @14;
}

enum ActivityNature {
  social @0;
  event @1;
}

enum CheckMethod {
  qr @0;
  geo @1;
  manual @2;
  paper @3;
}

enum TrainingKind {
  seminar @0;
  course @1;
  camp @2;
}

struct ProjectSuspend {
  project @0 :Data $T.id("Subject");
  reason @1 :EndReason;
  occurredAt @2 :T.Instant;
}

struct ProjectResume {
  project @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct ProjectComplete {
  project @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

struct ProjectCancel {
  project @0 :Data $T.id("Subject");
  reason @1 :EndReason;
  occurredAt @2 :T.Instant;
}

struct ProjectClassify {
  project @0 :Data $T.id("Subject");
  activityCode @1 :Text $T.code;            # of the classification of non-profit organisations (ICNP/TSO)
  governmentCode @2 :Text $T.code $T.optional;  # of functions of government (COFOG)
  goals @3 :List(Goal);
  beneficiaries @4 :List(Beneficiary);
}

struct OutputTargetSet {
  target @0 :Data $T.id("Subject");
  project @1 :Data $T.id("Subject");
  unit @2 :Text $T.code;                    # garments, families, trees …
  quantity @3 :UInt32;
  due @4 :Int32 $T.day;
}

struct OutputRecord {
  output @0 :Data $T.id("Subject");
  project @1 :Data $T.id("Subject") $T.inState(["running", "suspended", "completed", "cancelled"]);
  unit @2 :Text $T.code;
  quantity @3 :UInt32;
  evidence @4 :Data $T.hash $T.optional;
  occurredAt @5 :T.Instant;
}

struct ActivityHold {
  activity @0 :Data $T.id("Subject");
  people @1 :UInt32;                        # who came, volunteers and others
  occurredAt @2 :T.Instant;
}

struct ActivityCancel {
  activity @0 :Data $T.id("Subject");
  reason @1 :EndReason;
  occurredAt @2 :T.Instant;
}

struct ActivityClassify {
  activity @0 :Data $T.id("Subject");
  nature @1 :ActivityNature;
}

struct ShiftSignUp {
  signup @0 :Data $T.id("Subject");
  shift @1 :Data $T.id("Subject") $T.inState(["open"]);
  volunteer @2 :Data $T.id("Person") $T.inState(["active"]);
  occurredAt @3 :T.Instant;
}

struct SignUpCancel {
  signup @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct CheckIn {
  signup @0 :Data $T.id("Subject");
  method @1 :CheckMethod;
  device @2 :Text $T.code $T.optional;      # a gate or reader of the organisation, nobody's own
  occurredAt @3 :T.Instant;
  place @4 :Text $T.code $T.optional;       # KATO code of where the device was: no position of a person enters the log
  deviceHash @5 :Data $T.hash $T.optional;  # H("asar/device/v1" ‖ shift ‖ 32 random bytes kept on the volunteer's device)
}

struct CheckOut {
  signup @0 :Data $T.id("Subject");
  method @1 :CheckMethod;
  device @2 :Text $T.code $T.optional;      # a gate or reader of the organisation, nobody's own
  occurredAt @3 :T.Instant;
  place @4 :Text $T.code $T.optional;       # KATO code of where the device was: no position of a person enters the log
  deviceHash @5 :Data $T.hash $T.optional;  # H("asar/device/v1" ‖ shift ‖ 32 random bytes kept on the volunteer's device)
}

struct NoShowRecord {
  signup @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct ShiftClose {
  shift @0 :Data $T.id("Subject");
  roster @1 :Data $T.hash;                  # the list on paper or screen
  occurredAt @2 :T.Instant;
}

# Training is kept apart from service: its minutes earn no service credit.
struct TrainingHold {
  training @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");
  kind @2 :TrainingKind;
  topic @3 :Text $T.code;
  minutes @4 :Int64 $T.minutes;
  people @5 :UInt32;
  occurredAt @6 :T.Instant;
}

struct TrainingAttend {
  attendance @0 :Data $T.id("Subject");
  training @1 :Data $T.id("Subject");
  person @2 :Data $T.id("Person");
  minutes @3 :Int64 $T.minutes;
}

struct TrainingCertify {
  attendance @0 :Data $T.id("Subject");
  number @1 :Text $T.code;
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

# A stay of weeks or months, at home or abroad. A stipend makes its hours other than unpaid.
struct AssignmentOffer {
  assignment @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person") $T.inState(["active"]);
  organisation @2 :Data $T.id("Subject");   # that sends
  country @3 :Text $T.code;
  from @4 :Int32 $T.day;
  to @5 :Int32 $T.day;
  stipend @6 :T.Money $T.optional;          # a month
}

struct AssignmentAccept {
  assignment @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct AssignmentStart {
  assignment @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct AssignmentExtend {
  assignment @0 :Data $T.id("Subject");
  until @1 :Int32 $T.day;
  occurredAt @2 :T.Instant;
}

struct AssignmentComplete {
  assignment @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

struct AssignmentTerminate {
  assignment @0 :Data $T.id("Subject");
  reason @1 :EndReason;
  occurredAt @2 :T.Instant;
}
