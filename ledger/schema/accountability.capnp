# Obligations to report, road maps with their figures, audits with their findings.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f00116;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

enum ReportKind {
  narrative @0;
  financial @1;
  interim @2;
  final @3;
  annual @4;
  registry @5;        # yearly data of an organisation to the state's database of NGOs
}

enum FigureBasis {
  derived @0;         # recomputed from this ledger
  reported @1;        # stated by somebody, with a source
}

enum Severity {
  low @0;
  medium @1;
  high @2;
  critical @3;        # since version 3
}

enum Opinion {
  clean @0;
  qualified @1;
  adverse @2;
  disclaimed @3;
}

enum DismissalReason {
  none @0;
  falseAlarm @1;      # what the rule took it for did not happen
  explained @2;       # it happened, and had a reason that stands
  duplicate @3;       # another finding tells of it
  immaterial @4;      # too small to pursue
  outOfScope @5;      # of another audit
}

struct ObligationCreate {
  obligation @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");   # that owes the report
  funder @2 :Data $T.id("Subject");         # to whom
  grant @3 :Data $T.id("Subject") $T.optional;
  kind @4 :ReportKind;
  due @5 :Int32 $T.day;
  occurredAt @6 :T.Instant;
}

struct ObligationExtend {
  obligation @0 :Data $T.id("Subject");
  due @1 :Int32 $T.day;
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}

struct ObligationWaive {
  obligation @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

struct Figure {
  name @0 :Text $T.code;
  value @1 :Int64 $T.count;
}

struct ReportSubmit {
  obligation @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  figures @2 :List(Figure);
  occurredAt @3 :T.Instant;
}

struct ReportReturn {
  obligation @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;                # the remarks
  occurredAt @2 :T.Instant;
}

struct ReportAccept {
  obligation @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct RoadmapAdopt {
  roadmap @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");
  number @2 :Text $T.code;                  # of the act
  names @3 :T.Names;
  from @4 :Int32 $T.day;
  to @5 :Int32 $T.day;
  document @6 :Data $T.hash;
}

struct MeasureDefine {
  measure @0 :Data $T.id("Subject");
  roadmap @1 :Data $T.id("Subject");
  organisation @2 :Data $T.id("Subject");   # responsible
  number @3 :Text $T.code;
  names @4 :T.Names;
  due @5 :Int32 $T.day;
}

struct MeasureComplete {
  measure @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

struct IndicatorDefine {
  indicator @0 :Data $T.id("Subject");
  roadmap @1 :Data $T.id("Subject");
  code @2 :Text $T.code;
  unit @3 :Text $T.code;
  names @4 :T.Names;
  basis @5 :FigureBasis;
  baseline @6 :Int64 $T.count;
}

struct TargetSet {
  indicator @0 :Data $T.id("Subject");
  year @1 :UInt16;
  value @2 :Int64 $T.count;
}

struct ActualReport {
  indicator @0 :Data $T.id("Subject");
  year @1 :UInt16;
  value @2 :Int64 $T.count;
  basis @3 :FigureBasis;
  source @4 :Text;                          # of a reported figure; the query of a derived one
  occurredAt @5 :T.Instant;
}

struct AuditOpen {
  audit @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");   # that is audited
  grant @2 :Data $T.id("Subject") $T.optional;
  from @3 :Int32 $T.day;                    # the period
  to @4 :Int32 $T.day;
  document @5 :Data $T.hash;
  occurredAt @6 :T.Instant;
}

# The sample is the first `quantity` of the numbers below `population`, in the order of
# SHA-256("asar/draw/v1" ‖ seed ‖ u32be number); the seed is the root in `seen` of its submission's header, which holds
# the entry that opened the audit (README, "Draws").
struct SampleDraw {
  audit @0 :Data $T.id("Subject");
  what @1 :Text $T.code;                    # of what: expenditures, hours …
  population @2 :UInt32;
  quantity @3 :UInt32;
  occurredAt @4 :T.Instant;
}

# One of the entries that show what was found.
struct EvidenceEntry {
  index @0 :UInt64;                         # 0-based position in the log
}

struct FindingRaise {
  finding @0 :Data $T.id("Subject");
  audit @1 :Data $T.id("Subject") $T.inState(["open"]);
  rule @2 :Text $T.code;
  severity @3 :Severity;
  amount @4 :T.Money $T.optional;           # questioned
  document @5 :Data $T.hash;                # condition, criteria, cause, effect, recommendation
  occurredAt @6 :T.Instant;
  ruleVersion @7 :UInt16 $T.optional;       # of the rule's text and test; 0 = none was said
  minutesAtRisk @8 :Int64 $T.minutes $T.optional;
  entries @9 :List(EvidenceEntry);          # that show it, ascending
}

struct FindingRespond {
  finding @0 :Data $T.id("Subject");
  agrees @1 :Bool;
  due @2 :Int32 $T.day $T.optional;
  document @3 :Data $T.hash;
  occurredAt @4 :T.Instant;
}

struct FindingCorrect {
  finding @0 :Data $T.id("Subject");
  evidence @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

struct FindingClose {
  finding @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

struct FindingReopen {
  finding @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;
  occurredAt @2 :T.Instant;
}

struct FindingDismiss {
  finding @0 :Data $T.id("Subject");
  reason @1 :DismissalReason;
  document @2 :Data $T.hash;                # why, in words
  occurredAt @3 :T.Instant;
}

struct AuditReport {
  audit @0 :Data $T.id("Subject");
  opinion @1 :Opinion;
  document @2 :Data $T.hash;
  occurredAt @3 :T.Instant;
}
