# A submission: commands, and the header that their sender signs.
@0xd3b1c5a9e1f00106;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

enum Assurance {
  self @0;
  assisted @1;
  imported @2;
  web @3;
}

# The newest checkpoint its signer has verified: every signer is a witness.
struct Seen {
  size @0 :UInt64;
  root @1 :Data $T.hash;
}

# What is signed: Ed25519 over the DSSE pre-authentication encoding of these canonical bytes.
struct Header {
  ledger @0 :Data $T.id("Ledger") $T.optional;   # absent in the founding submission only
  submission @1 :Data $T.id("Submission");
  key @2 :Data $T.key;
  person @3 :Data $T.id("Person");
  signedAt @4 :Int64 $T.utcMs;
  expiresAt @5 :Int64 $T.utcMs;
  seen @6 :Seen;
  count @7 :UInt32;
  commandsRoot @8 :Data $T.hash;                 # RFC 6962 root of the command bytes
  visibility @9 :T.Visibility;
  assurance @10 :Assurance;
}

struct Signature {
  key @0 :Data $T.key;
  signature @1 :Data $T.signature;
}

# The value behind a commitment. It goes to the vault and never into the log.
struct Opening {
  commitment @0 :Data $T.hash;
  tag @1 :UInt16;
  salt @2 :Data $T.hash;
  value @3 :Data;
}

# What travels from a signer to a ledger.
struct Submission {
  header @0 :Data;
  signatures @1 :List(Signature);
  commands @2 :List(Data);
  openings @3 :List(Opening);
}
