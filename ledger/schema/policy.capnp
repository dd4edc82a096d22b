# Policy documents: what the law and practice of the day ask for, as data. README.md, "Policies", says how each is judged.
#
# A list that says so is in ascending order of its first fields, and names nothing twice.
@0xd3b1c5a9e1f0011a;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
using I = import "identity.capnp";
using S = import "service.capnp";
using G = import "grant.capnp";
$Cxx.namespace("ledger::schema");

enum CreditBenefit {
  academicCredit @0;
  stipend @1;
  voucher @2;
  workExperience @3;
  admissionPoints @4;
  distinction @5;
}

# From which civil days service counts, seen from the day that credit is asked for.
enum CreditWindow {
  fiscalYear @0;       # the year of that day, from the first of startsMonth
  academicYear @1;     # the same, under the name that schools give it
  lastMonths @2;       # windowMonths back
  lookBack @3;         # windowMonths back, and not later than gapMonths back
  unlimited @4;
}

enum CreditRounding {
  floorToTier @0;      # what the tiers give that are reached
  wholeHours @1;       # one for each whole hour
}

enum DayCount {
  calendar @0;
  working @1;
}

enum RuleSeverity {
  low @0;
  medium @1;
  high @2;
  critical @3;
}

struct ExcludedRole {
  role @0 :Text $T.code;
}

# What is asked for service at that age.
struct AgeRule {
  ageBand @0 :I.AgeBand;
  guardianConsent @1 :Bool;                 # a legal representative has to have consented
  nightFrom @2 :UInt16 $T.optional;         # no service from this minute of the day …
  nightTo @3 :UInt16 $T.optional;           # … to this one, past midnight where it is smaller; equal: at any hour
  supervised @4 :Bool;                      # the attestor has to have been there
  rolesExcluded @5 :List(ExcludedRole);     # too dangerous, in order
}

struct AgeRules {
  rules @0 :List(AgeRule);                  # in order of age bands
}

struct CostRule {
  grantClass @0 :G.GrantClass;
  prohibited @1 :List(G.CostType);          # in order
  adminMost @2 :UInt16;                     # basis points of the award that administration may take; 10000 = all
  monthsMost @3 :UInt16 $T.optional;        # from the agreement to the end of the eligible period; 0 = no limit
  verifiedLeast @4 :UInt16 $T.optional;     # basis points of what was disbursed, before another tranche; 0 = none
  amountMost @5 :T.Money $T.optional;       # of one award of the class
}

struct CostRules {
  rules @0 :List(CostRule);                 # in order of classes
}

struct VirementLimits {
  lineMost @0 :UInt16;                      # basis points of a line that may move without approval
}

struct MciValue {
  year @0 :UInt16;
  value @1 :T.Money;                        # of the monthly calculation index
}

struct MciValues {
  values @0 :List(MciValue);                # in order of years
}

struct GrantClassLimit {
  grantClass @0 :G.GrantClass;
  mciLeast @1 :UInt32;                      # the award in monthly calculation indices
  mciMost @2 :UInt32 $T.optional;           # 0 = no upper limit
  monthsLeast @3 :UInt16;
  monthsMost @4 :UInt16 $T.optional;        # 0 = no upper limit
}

struct GrantClasses {
  classes @0 :List(GrantClassLimit);        # in order of classes
}

# Days after the fact that sets it off, or a day of the year.
struct NamedDeadline {
  name @0 :Text $T.code;
  days @1 :UInt16;
  count @2 :DayCount;
  month @3 :UInt16 $T.optional;             # 1 to 12 with dayOfMonth, and no days
  dayOfMonth @4 :UInt16 $T.optional;
}

# A day that does not go by its weekday: off, or worked in place of another.
struct DayChange {
  day @0 :Int32 $T.day;
  works @1 :Bool;
}

struct Deadlines {
  deadlines @0 :List(NamedDeadline);             # in order of names
  calendar @1 :List(DayChange);             # in order of days; may be empty
}

# No public figure is about fewer people.
struct Suppression {
  least @0 :UInt16;
  leastWithMinors @1 :UInt16;
}

struct AuditThreshold {
  rule @0 :Text $T.code;                    # E01, H05 …
  severity @1 :RuleSeverity;
  parameter @2 :Int64 $T.optional;          # days, basis points or minor units, as the rule has it
}

struct AuditThresholds {
  thresholds @0 :List(AuditThreshold);      # in order of rules
}

struct Population {
  region @0 :Text $T.code;
  year @1 :UInt16;
  people @2 :UInt64;
}

struct Populations {
  populations @0 :List(Population);         # in order of regions, then years
}

struct Wage {
  region @0 :Text $T.code $T.optional;      # absent: the whole country
  year @1 :UInt16;
  perHour @2 :T.Money;
}

struct Wages {
  wages @0 :List(Wage);                     # in order of regions, then years
}

struct CreditTier {
  name @0 :Text $T.code;                    # unique in the document
  ageBands @1 :List(I.AgeBand);             # in order; none = any age
  minutes @2 :Int64 $T.minutes;
  months @3 :UInt16 $T.optional;            # calendar months, at least, in which these were served
  credits @4 :UInt32;
  voucher @5 :T.Money $T.optional;
}

# Service in one role of a shift.
struct CreditCategory {
  role @0 :Text $T.code;
  minutesMost @1 :Int64 $T.minutes $T.optional;   # that count of it; 0 = all
  minutesLeast @2 :Int64 $T.minutes $T.optional;  # without which nothing is credited
}

struct CreditRole {
  role @0 :Text $T.code;
}

struct CreditRules {
  benefit @0 :CreditBenefit;
  unit @1 :Text $T.code;                    # credit, point, award …
  timeBases @2 :List(S.TimeBasis);          # that count, in order
  ageBands @3 :List(I.AgeBand);             # at service, in order; none = any age
  activitiesExcluded @4 :List(S.ActivityKind);    # in order
  rolesExcluded @5 :List(CreditRole);       # in order
  confirmedOnly @6 :Bool;                   # assisted claims count once the volunteer has confirmed them
  disputedToo @7 :Bool;                     # hours under dispute count
  window @8 :CreditWindow;
  startsMonth @9 :UInt16 $T.optional;       # of a year; 0 = January
  windowMonths @10 :UInt16 $T.optional;
  gapMonths @11 :UInt16 $T.optional;
  tiers @12 :List(CreditTier);              # in order of minutes
  combine @13 :Bool;                        # several tiers may be reached together, each once
  categories @14 :List(CreditCategory);     # in order of roles
  minutesMost @15 :Int64 $T.minutes $T.optional;  # counted in a window; 0 = all
  creditsMost @16 :UInt32 $T.optional;            # in a window; 0 = all
  monthsLeast @17 :UInt16 $T.optional;      # calendar months with counted service; fewer give nothing
  rounding @18 :CreditRounding;
  doubleUse @19 :Text $T.code;              # no minute is credited twice under one such name
  verifiedOnly @20 :Bool;                   # only at organisations verified by the day of service
}
