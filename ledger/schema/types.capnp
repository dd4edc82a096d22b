# Annotations and small shapes used by every other schema file.
#
# The annotations say what a field means where its wire type does not: the codec, the JSON gate,
# `asar help commands` and the verifiers read them. README.md gives the rules to the byte.
@0xf4282060c057681e;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("ledger::schema");

# Data of exactly 16 bytes, not all zero. The text names the kind of id.
annotation id @0xac98b467078fa695 (field) :Text;
# Data of exactly 32 bytes: a SHA-256 value.
annotation hash @0xa5969c5462cce33a (field) :Void;
# Data of exactly 32 bytes: an Ed25519 public key.
annotation key @0xa3115a148e3182fc (field) :Void;
# Data of exactly 64 bytes: an Ed25519 signature.
annotation signature @0x85ab9733029a242f (field) :Void;
# Int64: whole minutes.
annotation minutes @0xc9f8edd102f8a444 (field) :Void;
# Int32: a civil day, counted from 1970-01-01.
annotation day @0xf71ca48d7cae7e31 (field) :Void;
# Int64: milliseconds since 1970-01-01T00:00:00Z.
annotation utcMs @0xb7be9343d1041690 (field) :Void;
# Text of 1 to 64 characters of A-Z a-z 0-9 . _ / : -
annotation code @0xaaa7b7644f5b6684 (field) :Void;
# The field may be absent: an empty Data or Text, a null struct pointer, a zero day or time.
annotation optional @0xc4a9ed97e7265a95 (field) :Void;
# A plain value of the same name exists in ledger/base.
annotation native @0xc82a1c759698fa82 (struct) :Void;
# The id names a subject of that stream's kind, though the entry does not stand in its stream.
annotation of @0x9f1c3a77e2d04b18 (field) :Text;
# Int64: a count or a measure, not an amount of money.
annotation count @0x8c54d1e0b7a2f963 (field) :Void;
# The subject that an id names is in one of these states.
annotation inState @0xe1d6a7b0c3f24951 (field) :List(Text);
# The subject that an id names is in this state afterwards.
annotation becomes @0xb5e8f0a7c1d62394 (field) :Text;
# What an event kind is: on the members of Command's union.
annotation kind @0x98b2cfaa0885020e (field) :KindOf;

enum Visibility {
  public @0;
  scoped @1;
  private @2;
}

struct KindOf {
  event @0 :Text;          # the past tense of the command: HoursClaimed
  visibility @1 :Visibility;
  inherits @2 :Bool;       # takes the class of its submission (imports) or of what it endorses
  importable @3 :Bool;     # an importer may sign it alone
  streams @4 :List(Text);  # the streams of its entries, the primary first (README.md, "Streams")
  does @5 :Text;           # one sentence for `asar help commands`
  from @6 :List(Text);     # states its first stream's subject may be in; none: it is new, or keeps no states
  to @7 :Text;             # the state it is in afterwards
  since @8 :UInt16;        # the version of the rules that brought the kind; 0 is the first
}

# An amount in minor units of one currency.
struct Money $native {
  minor @0 :Int64;
  currency @1 :Text;  # ISO 4217, three capital letters
}

# A moment, and the civil offset it was lived in: the civil day is taken with that offset.
struct Instant $native {
  utcMs @0 :Int64;
  offsetMinutes @1 :Int16;
}

# A public name in three equal languages.
struct Names {
  kk @0 :Text;
  ru @1 :Text;
  en @2 :Text;
}

# SHA-256("asar/commit/v1" ‖ u16be tag ‖ salt32 ‖ u32be length ‖ value); value and salt stay outside.
struct Commitment {
  tag @0 :UInt16;
  digest @1 :Data $hash;
}
