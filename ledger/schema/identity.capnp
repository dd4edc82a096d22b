# Who may speak: founding, keys, roles, persons, offices, organisations.
@0xd3b1c5a9e1f00101;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

enum Role {
  authority @0;
  clerk @1;
  officer @2;
  coordinator @3;
  attestor @4;
  funder @5;
  payer @6;
  verifier @7;
  auditor @8;
  importer @9;
  operator @10;
}

enum OfficeKind {
  national @0;
  regional @1;
}

enum OrganisationKind {
  ngo @0;
  foundation @1;
  initiativeGroup @2;
  studentUnion @3;
  stateBody @4;
  akimat @5;
  company @6;
  international @7;
  socialEnterprise @8;
}

enum AgeBand {
  unknown @0;
  under14 @1;
  from14to15 @2;
  from16to17 @3;
  from18to35 @4;
  from36to59 @5;
  from60 @6;
}

enum AgeBasis {
  declared @0;
  vault @1;
}

enum KeyRevocation {
  lost @0;
  stolen @1;
  retired @2;
}

enum ErasureBasis {
  request @0;
  consentWithdrawn @1;
  retentionEnded @2;
  unlawful @3;
  courtOrder @4;
}

# Of more languages only that there is one: a rare one beside a region would name the person.
enum SpokenLanguage {
  kk @0;
  ru @1;
  en @2;
  other @3;
}

# How the person came. What an import brought is known by its assurance and its system.
enum RegistrationChannel {
  none @0;
  portal @1;
  office @2;
  callCentre @3;
  event @4;
  institution @5;     # through a school, a university or an employer
}

# A founder: a person and the first key of that person.
struct Authority {
  person @0 :Data $T.id("Person");
  key @1 :Data $T.key;
}

# The first command of the first submission, signed by every authority named in it.
struct LedgerFound {
  origin @0 :Text;                          # the checkpoint origin, at most 255 bytes
  logKey @1 :Data $T.key;                   # the key that signs checkpoints
  zone @2 :Text $T.code;                    # the civil time zone of reports: Asia/Almaty
  currency @3 :Text $T.code;                # the default currency
  schemaHash @4 :Data $T.hash;              # of the schema files at founding: recorded, never judged
  authorities @5 :List(Authority);          # at least two persons
  demo @6 :Bool;                            # a demonstration: recordedAt follows signedAt
}

struct KeyRegister {
  person @0 :Data $T.id("Person");
  key @1 :Data $T.key;
  possession @2 :Data $T.signature;         # by key over "asar/pop/v1" ‖ ledgerId ‖ person ‖ key
  enrolment @3 :Data $T.id("Subject") $T.optional $T.inState(["offered", "recovering"]) $T.becomes("used");
  ticket @4 :Data $T.hash $T.optional;      # 32 bytes that the enrolment holds the SHA-256 of; with it the key signs itself
}

# A ticket by which a person registers a key herself, within 14 days.
struct EnrolmentOffer {
  enrolment @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person");
  ticketHash @2 :Data $T.hash;
}

# The same for a person who lost every key: after 72 hours in which any live key of hers may cancel it.
struct KeyRecoveryOffer {
  enrolment @0 :Data $T.id("Subject");
  person @1 :Data $T.id("Person");
  ticketHash @2 :Data $T.hash;
  document @3 :Data $T.hash;                # how the two made sure who she is
}

struct KeyRecoveryCancel {
  enrolment @0 :Data $T.id("Subject");
  occurredAt @1 :T.Instant;
}

# Signed by the old key.
struct KeyRotate {
  person @0 :Data $T.id("Person");
  oldKey @1 :Data $T.key;
  newKey @2 :Data $T.key;
  possession @3 :Data $T.signature;         # by newKey, as in KeyRegister
}

struct KeyRevoke {
  person @0 :Data $T.id("Person");
  key @1 :Data $T.key;
  reason @2 :KeyRevocation;
  compromisedSince @3 :Int64 $T.utcMs $T.optional;
}

struct RoleGrant {
  person @0 :Data $T.id("Person");
  role @1 :Role;
  scope @2 :Data $T.id("Subject") $T.optional;  # an organisation or office; absent = the whole ledger
  validTo @3 :Int64 $T.utcMs $T.optional;       # absent = until revoked
}

struct RoleRevoke {
  person @0 :Data $T.id("Person");
  role @1 :Role;
  scope @2 :Data $T.id("Subject") $T.optional;
}

# The second person of a proposed command.
struct Endorse {
  proposal @0 :Data $T.hash;                # leaf hash of the proposed entry
}

struct OfficeEstablish {
  office @0 :Data $T.id("Subject");
  kind @1 :OfficeKind;
  region @2 :Text $T.code $T.optional;      # ISO 3166-2; absent for the national office
  names @3 :T.Names;
}

struct OrganisationRegister {
  organisation @0 :Data $T.id("Subject");
  office @1 :Data $T.id("Subject");         # the front office that registers it
  kind @2 :OrganisationKind;
  names @3 :T.Names;
  region @4 :Text $T.code;                  # ISO 3166-2
  registrationNumber @5 :Text $T.code $T.optional;  # org-id form: KZ-BIN-…; never KZ-IIN-…
}

struct PersonRegister {
  person @0 :Data $T.id("Person");
  office @1 :Data $T.id("Subject");
  region @2 :Text $T.code;                  # ISO 3166-2
  ageBand @3 :AgeBand;
  ageBasis @4 :AgeBasis;
  commitments @5 :List(T.Commitment);       # to name, IIN …; their values never enter the log
  languages @6 :List(SpokenLanguage);       # spoken, in order
  channel @7 :RegistrationChannel;
}

# The values behind this person's commitments are destroyed; every entry, hash and signature stays.
struct PersonErase {
  person @0 :Data $T.id("Person");
  basis @1 :ErasureBasis;
}

# Of one UTC day: that the list of who read which values was complete then.
struct VaultAccessHash {
  day @0 :Int32 $T.day;
  accesses @1 :UInt32;                      # how many the list holds
  listHash @2 :Data $T.hash;                # SHA-256 of its bytes
}
