# An entry of the log: these canonical bytes are stored, hashed, exported and served for ever.
@0xd3b1c5a9e1f00107;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
using Sub = import "submission.capnp";
$Cxx.namespace("ledger::schema");

enum Effect {
  effective @0;
  proposed @1;     # waits for its second person; changes nothing yet
}

enum Flag {
  overDayLimit @0;     # more minutes on one civil day than the policy allows
  claimedLate @1;
  attestedLate @2;
  firstSeen @3;        # the signer had verified no checkpoint yet
  late @4;             # after the deadline that the policy named
  beforeAgreement @5;  # the document is older than the agreement of the grant
}

# What the ledger decided about a command.
struct Decision {
  rules @0 :UInt16;                         # version of the rules it was judged by
  effect @1 :Effect;
  policy @2 :UInt64;                        # position of the policy entry applied; 0 = none in force
  endorses @3 :UInt64;                      # position of the proposal brought into effect; 0 = none
  flags @4 :List(Flag);
}

struct StreamVersion {
  stream @0 :Data $T.id("Subject");
  version @1 :UInt64;                       # entries of this stream so far, this one included
  previous @2 :UInt64;                      # position of the one before; 0 = none
}

struct SubmissionBody {
  header @0 :Data;
  signatures @1 :List(Sub.Signature);
}

struct EventBody {
  submission @0 :UInt64;                    # position of its submission entry
  ordinal @1 :UInt32;                       # 0-based place among that submission's commands
  command @2 :Data;                         # the exact signed bytes
  decision @3 :Decision;
}

struct Entry {
  version @0 :UInt16;                       # of this layout: 1
  index @1 :UInt64;                         # 0-based position in the log
  previous @2 :Data $T.hash;                # leaf hash of the entry before; zeros for entry 0
  streams @3 :List(StreamVersion);
  recordedAt @4 :Int64 $T.utcMs;
  salt @5 :Data $T.id("Nonce");
  union {
    submission @6 :SubmissionBody;
    event @7 :EventBody;
  }
}
