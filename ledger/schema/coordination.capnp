# What front offices coordinate: mandates and visits, ideas and requests, campaigns, forums, councils, emergencies.
#
# A field of one of these names means the same in every kind: README.md, section 6, "Later kinds".
@0xd3b1c5a9e1f00110;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
using O = import "oversight.capnp";
$Cxx.namespace("ledger::schema");

enum Channel {
  call @0;
  visit @1;
  web @2;
  letter @3;
}

enum RequestOutcome {
  helped @0;
  referred @1;
  unreachable @2;
  declined @3;
}

enum IdeaReason {
  alreadyDone @0;
  outsideMandate @1;
  unlawful @2;
  noMeans @3;
  withdrawn @4;
  other @5;
}

enum VisitVerdict {
  onTrack @0;
  remarks @1;
  seriousRemarks @2;
}

# What a finding of a visit is about.
enum VisitAspect {
  people @0;          # who serves, and under whom
  minors @1;
  safety @2;
  records @3;         # rosters, hours, reports
  money @4;
  premises @5;
  publicity @6;
  results @7;         # what was promised
  other @8;
}

enum CampaignScale {
  local @0;
  national @1;
  international @2;
}

enum ForumRole {
  participant @0;
  speaker @1;
  organiser @2;
}

# What an office is charged with, by an act of its authority.
struct OfficeMandateSet {
  office @0 :Data $T.id("Subject");
  act @1 :Text $T.code;                     # number of the act
  document @2 :Data $T.hash;
  from @3 :Int32 $T.day;
  to @4 :Int32 $T.day $T.optional;          # last day, included
  legalBasis @5 :Data $T.id("Subject") $T.of("basis") $T.optional;  # the act of law it rests on
}

struct VisitFinding {
  aspect @0 :VisitAspect;
  serious @1 :Bool;
  document @2 :Data $T.hash $T.optional;    # the finding in words
}

struct MonitoringVisitRecord {
  visit @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");
  project @2 :Data $T.id("Subject");
  verdict @3 :VisitVerdict;
  document @4 :Data $T.hash;                # the visit's protocol
  occurredAt @5 :T.Instant;
  findings @6 :List(VisitFinding);          # in order of aspects
}

struct IdeaSubmit {
  idea @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");
  direction @2 :Text $T.code;
  region @3 :Text $T.code;
  document @4 :Data $T.hash;                # what was proposed, in its author's words
  occurredAt @5 :T.Instant;
}

struct IdeaTriage {
  idea @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct IdeaConvert {
  idea @0 :Data $T.id("Subject");
  project @1 :Data $T.id("Subject");        # that came of it
  occurredAt @2 :T.Instant;
}

struct IdeaDecline {
  idea @0 :Data $T.id("Subject");
  reason @1 :IdeaReason;
  occurredAt @2 :T.Instant;
}

# A call, visit or letter of somebody who needs help; who it was is not recorded.
struct RequestReceive {
  request @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");
  channel @2 :Channel;
  need @3 :Text $T.code;                    # what for: medicine, company, search …
  region @4 :Text $T.code;
  occurredAt @5 :T.Instant;
}

struct RequestRoute {
  request @0 :Data $T.id("Subject");
  organisation @1 :Data $T.id("Subject");   # that takes it on
  occurredAt @2 :T.Instant;
}

struct RequestResolve {
  request @0 :Data $T.id("Subject");
  outcome @1 :RequestOutcome;
  occurredAt @2 :T.Instant;
}

struct MeetingHold {
  meeting @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");
  audience @2 :Text $T.code;                # target group
  people @3 :UInt32;
  occurredAt @4 :T.Instant;
}

struct DirectionAdd {
  direction @0 :Data $T.id("Subject");
  code @1 :Text $T.code;                    # taza-alem, umit …; once in the ledger
  names @2 :T.Names;
}

struct DirectionRetire {
  direction @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct CampaignOpen {
  campaign @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");
  scale @2 :CampaignScale;
  names @3 :T.Names;
  from @4 :Int32 $T.day;
  to @5 :Int32 $T.day;                      # last day, included
}

# A good deed, or several of one kind, that an organisation counts towards a campaign.
struct DeedRecord {
  deed @0 :Data $T.id("Subject");
  campaign @1 :Data $T.id("Subject") $T.inState(["open"]);
  organisation @2 :Data $T.id("Subject");
  category @3 :Text $T.code;
  quantity @4 :UInt32;                      # deeds
  people @5 :UInt32;                        # who took part
  evidence @6 :Data $T.hash $T.optional;
  occurredAt @7 :T.Instant;
}

# What an organisation undertakes within a campaign.
struct CommitmentRecord {
  commitment @0 :Data $T.id("Subject");
  campaign @1 :Data $T.id("Subject") $T.inState(["open"]);
  organisation @2 :Data $T.id("Subject");
  unit @3 :Text $T.code;                    # trees, hours, families …
  quantity @4 :UInt32;
  due @5 :Int32 $T.day;
}

struct CampaignClose {
  campaign @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

struct ForumRegister {
  forum @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");
  names @2 :T.Names;
  country @3 :Text $T.code;                 # ISO 3166-1: where it meets
  from @4 :Int32 $T.day;
  to @5 :Int32 $T.day;
}

# How many people of one country took part in one role. Once for each.
struct ParticipationRecord {
  forum @0 :Data $T.id("Subject");
  country @1 :Text $T.code;
  role @2 :ForumRole;
  people @3 :UInt32;
}

# A standing council of organisations, of one country or several.
struct CouncilForm {
  council @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");
  names @2 :T.Names;
  document @3 :Data $T.hash;
  occurredAt @4 :T.Instant;
}

struct ResolutionTake {
  resolution @0 :Data $T.id("Subject");
  council @1 :Data $T.id("Subject");
  number @2 :Text $T.code;
  names @3 :T.Names;                        # its title
  document @4 :Data $T.hash;
  due @5 :Int32 $T.day $T.optional;
  occurredAt @6 :T.Instant;
}

struct ResolutionFulfil {
  resolution @0 :Data $T.id("Subject");
  document @1 :Data $T.hash;                # how it was fulfilled
  occurredAt @2 :T.Instant;
}

# A programme run with an organisation from outside, such as one of the United Nations.
struct PartnershipRegister {
  partnership @0 :Data $T.id("Subject");
  programme @1 :Data $T.id("Subject") $T.inState(["defined"]);
  organisation @2 :Data $T.id("Subject");
  names @3 :T.Names;
  from @4 :Int32 $T.day;
  to @5 :Int32 $T.day $T.optional;
}

struct EmergencyDeclare {
  emergency @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");
  type @2 :Text $T.code;                    # flood, search, explosion …
  names @3 :T.Names;
  region @4 :Text $T.code;
  occurredAt @5 :T.Instant;
}

struct EmergencyEnd {
  emergency @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

# Sends an organisation's volunteers to an emergency.
struct DeploymentOrder {
  deployment @0 :Data $T.id("Subject");
  emergency @1 :Data $T.id("Subject") $T.inState(["declared"]);
  organisation @2 :Data $T.id("Subject");
  skill @3 :Text $T.code;                   # rescue, medicine, law …
  people @4 :UInt32;                        # how many are asked for
  occurredAt @5 :T.Instant;
}

struct DeploymentEnd {
  deployment @0 :Data $T.id("Subject");
  people @1 :UInt32;                        # how many served
  occurredAt @2 :T.Instant;
}

# An act of law, or a version of it, that policies and mandates cite.
struct LegalBasisRecord {
  basis @0 :Data $T.id("Subject");
  number @1 :Text $T.code;
  names @2 :T.Names;                        # its title
  status @3 :O.LegalStatus;
  source @4 :Text;                          # where it is published
  from @5 :Int32 $T.day;
  to @6 :Int32 $T.day $T.optional;
}

# A figure on the means of an office: staff, rooms, trained coordinators …
struct CapacityReport {
  office @0 :Data $T.id("Subject");
  indicator @1 :Text $T.code;
  quantity @2 :UInt32;
  day @3 :Int32 $T.day;                     # that it speaks of
  document @4 :Data $T.hash $T.optional;    # its source
}
